import Containers
import Foundation

/// A space as it is written into an archive: the texts in three formats, and the files one after the other, each in
/// pieces. The same space gives the same bytes.
struct OutgoingArchive: Sendable {
    let space: SpaceFile
    /// Of its owner.
    let name: String
    let files: [(item: SpaceFile.FileItem, location: URL)]

    /// - Parameter progress: told how many files are written.
    func write(to place: URL, progress: (Int) -> Void) throws {
        let archive = try ZipWriter(place)
        try archive.begin("space.json")
        try space.writeJSON { try archive.add($0) }
        try archive.end()
        try archive.begin("learning-space.md")
        try space.writeMarkdown { try archive.add(Data($0.utf8)) }
        try archive.end()
        try archive.begin("leap2a.xml")
        try LeapWriter(space: space, name: name).write { try archive.add(Data($0.utf8)) }
        try archive.end()
        for (index, file) in files.enumerated() {
            // Pictures and the offices' documents are packed already.
            try archive.begin(file.item.path, isPacked: ["pdf", "text"].contains(file.item.kind))
            let handle = try FileHandle(forReadingFrom: file.location)
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty { try archive.add(piece) }
            try handle.close()
            try archive.end()
            progress(index + 1)
        }
        try archive.close()
    }
}
