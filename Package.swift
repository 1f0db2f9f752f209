// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        resources: resources, swiftSettings: strict)
}

// The arrows run one way: riffle → Website → rooms → TextSearch, Markdown, Outbound → Storage. Rooms never import one another.
let package = Package(
    name: "riffle",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "riffle", targets: ["riffle"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        // What Hummingbird's own API is spelled in; an import has to name the module that declares it.
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        room("Markdown", ["CCmark"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room("Containers", ["CZlib"]),
        room("Storage", [grdb]),
        room("TextSearch", [grdb, sqlite]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Outbound", ["CCurl"]),
        room("Members", ["Storage", grdb, crypto, cryptoExtras]),
        room("Questions", ["Storage", "TextSearch", "Markdown", grdb, crypto, cryptoExtras]),
        room("LearningSpace", ["Storage", "TextSearch", "Containers", grdb, crypto]),
        room("Opportunities", ["Storage", "TextSearch", "Outbound", grdb, sqlite, crypto]),
        .target(
            name: "Website",
            dependencies: [
                "Storage", "TextSearch", "Markdown", "Containers", "Outbound", "Members", "Questions", "LearningSpace",
                "Opportunities", hummingbird, hummingbirdCore, httpTypes, nio, mustache, logging, lifecycle,
            ],
            resources: [.copy("Templates")], swiftSettings: strict),
        .executableTarget(
            name: "riffle",
            dependencies: [
                "Storage", "TextSearch", "Outbound", "Members", "Questions", "LearningSpace", "Opportunities",
                "Website",
                arguments, configuration, logging, lifecycle, signals,
            ],
            swiftSettings: strict),

        // What is measured; no part of the service.
        .target(
            name: "Measuring",
            dependencies: [
                "Storage", "TextSearch", "Outbound", "Members", "Questions", "LearningSpace", "Opportunities",
                "Website",
                grdb, logging, lifecycle,
            ],
            path: "Benchmarks/Measuring", swiftSettings: strict),
        .executableTarget(
            name: "riffle-bench", dependencies: ["Storage", "Opportunities", "Measuring", arguments],
            path: "Benchmarks/riffle-bench",
            swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["Storage"], path: "Tests/TestSupport", swiftSettings: strict),
        // Seeds SQLite's chance, so that two runs can be compared to the byte.
        .target(name: "CSQLiteChance", path: "Tests/CSQLiteChance", linkerSettings: [.linkedLibrary("sqlite3")]),
        tests(of: "Markdown", []),
        tests(of: "Containers", []),
        tests(of: "Storage", [grdb]),
        tests(of: "TextSearch", ["Storage", grdb]),
        tests(of: "Outbound", []),
        tests(of: "Members", ["Storage", grdb, crypto]),
        // Members only to show that nothing of them is found where questions are kept.
        tests(of: "Questions", ["Storage", "TextSearch", "Markdown", "Members", "Measuring", grdb]),
        tests(of: "LearningSpace", ["Storage", "TextSearch", "Containers", grdb, crypto]),
        tests(of: "Opportunities", ["Storage", "TextSearch", "Outbound", "Measuring", grdb]),
        tests(
            of: "Website",
            [
                "Storage", "Outbound", "Members", "Questions", "LearningSpace", "Opportunities", "CSQLiteChance",
                "Measuring", mustache, grdb,
                crypto, logging, lifecycle,
            ]),
        // The tests of the command run the program as a person does.
        .testTarget(
            name: "riffleTests",
            dependencies: [
                "riffle", "TestSupport", "Storage", "Outbound", "Members", "Questions", "Opportunities", "Website",
                arguments, logging, grdb,
            ],
            swiftSettings: strict),
    ]
)
