import Foundation
import HTTPTypes
import Hummingbird
import LearningSpace
import Logging
import Members
import NIOCore
import Storage

/// `/space/export`: everything of one's own as an archive that is made in the background, or as one of its lists at once.
struct CarrySpace: Sendable {
    let site: Site

    func addRoutes(to routes: RouterGroup<MemberContext>) {
        routes.get("/space/export") { request, context in
            let parcel = try await site.journal.parcel(.out, of: context.person)
            return try site.show(CarryPage(parcel), for: request, context)
        }
        routes.post("/space/export") { _, context -> Response in
            let id = try await site.journal.pack(for: context.person, named: context.signedIn.member.name)
            await site.begin(id, logger: context.logger)
            return .seeOther("/space/export")
        }
        routes.get("/space/export/json") { _, context -> Response in
            let file = try await site.journal.space(of: context.person)
            return Self.download(try file.json(), as: "application/json", name: "learning-space.json")
        }
        routes.get("/space/export/markdown") { _, context -> Response in
            let file = try await site.journal.space(of: context.person)
            return Self.download(
                Data(file.markdown.utf8), as: "text/markdown; charset=utf-8", name: "learning-space.md")
        }
        routes.get("/space/export/pack") { request, context in
            let file = try await site.journal.space(of: context.person)
            return try site.show(
                PackPage(file, name: context.signedIn.member.name, today: site.world.today), for: request, context)
        }
        routes.get("/space/export/:id") { _, context -> Response in
            let archive = try await site.journal.archive(try context.id(), of: context.person)
            guard let archive else { throw HTTPError(.notFound) }
            let body = try await FileIO().loadFile(path: archive.path, context: context)
            return Response(
                status: .ok, headers: Self.headers("application/zip", "learning-space.zip"), body: body)
        }
    }

    private static func download(_ data: Data, as type: String, name: String) -> Response {
        Response(status: .ok, headers: headers(type, name), body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    private static func headers(_ type: String, _ name: String) -> HTTPFields {
        [
            .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
            .cacheControl: "private, no-store",
        ]
    }
}

extension Site {
    /// Does what a parcel waits for, and goes on after two seconds if it takes longer: most are done by then, and the page
    /// says how far the others are.
    func begin(_ id: ID<Parcel>, logger: Logger) async {
        let (done, tell) = AsyncStream<Void>.makeStream()
        Task {
            do {
                try await journal.work(on: id)
            } catch {
                logger.error("a parcel broke off: \(error)")
            }
            tell.yield()
        }
        Task {
            try? await Task.sleep(for: .seconds(2))
            tell.yield()
        }
        _ = await done.first { _ in true }
    }
}

struct CarryPage: Page {
    /// The archive that was made last.
    struct Out {
        let isReady: Bool
        let href: String
        /// "3.1 MB, until 24 November 2026".
        let words: String
        let progress: String?
        let problem: String?

        init(_ parcel: Parcel) {
            isReady = parcel.state == .ready
            href = "/space/export/\(parcel.id)"
            let last = Day(containing: parcel.made + Parcel.secondsToKeep)
            words = "\(parcel.bytes.inMegabytes), here until \(last.words)"
            progress =
                parcel.state == .waiting
                ? "It is being made: \(parcel.done) of \(max(1, parcel.total)) parts." : nil
            problem = parcel.problem
        }
    }
    static let template = "space/export"
    static let place: Section? = .space
    let title = "Take it with you"
    let errors: Errors?
    let error: String?
    let out: Out?

    init(_ out: Parcel?, wrong: [Invalid] = []) {
        errors = Errors(wrong)
        error = wrong.sentence(for: "file")
        self.out = out.map(Out.init)
    }
}
