import Containers
import Foundation
import GRDB
import Storage

/// Somebody's files as their space's file numbers them, and at what each stands.
struct StandingFiles {
    let files: [(item: SpaceFile.FileItem, id: ID<Evidence>)]
    var ofReflection: [ID<Reflection>: [SpaceFile.StageFileItem]] = [:]
    var ofGoal: [ID<Goal>: [Int]] = [:]
    var ofActivity: [ID<Activity>: [Int]] = [:]

    init(of owner: PersonID, in db: Database) throws {
        let stored = try Evidence.stored("owner = ?", [owner], in: db).map {
            (item: SpaceFile.FileItem($0), id: $0.id)
        }
        files = stored.sorted { ($0.item.added, $0.item.key) < ($1.item.added, $1.item.key) }.enumerated().map {
            var item = $0.element.item
            item.number = $0.offset + 1
            return (item, $0.element.id)
        }
        let numbers = Dictionary(uniqueKeysWithValues: files.map { ($0.id, $0.item.number) })
        let places = try Evidence.places(of: owner, in: db)
        for (id, number) in numbers.sorted(by: { $0.value < $1.value }) {
            for standing in places[id] ?? [] {
                switch standing.place {
                case .activity(let id): ofActivity[id, default: []].append(number)
                case .goal(let id): ofGoal[id, default: []].append(number)
                case .stage(let stage, let id):
                    ofReflection[id, default: []].append(.init(stage: stage, file: number))
                }
            }
        }
    }
}

extension SpaceFile.FileItem {
    fileprivate init(_ evidence: Evidence) {
        number = 0
        (name, about, kind) = (evidence.name, evidence.about, evidence.kind.rawValue)
        (bytes, hash) = (evidence.bytes, evidence.hash.hexadecimal)
        added = Stamp.text(of: evidence.added)
    }

    /// Where its bytes stand in an archive: the name is for people who open it, in letters that every system has.
    var path: String {
        let plain = name.unicodeScalars.suffix(80).map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "." || scalar == "-" ? scalar : "_"
        }
        return "files/\(number)-" + String(String.UnicodeScalarView(plain))
    }

    /// What tells it from others.
    var key: String { [hash ?? "", name, about].joined(separator: "\u{0}") }
}

extension Data {
    var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
