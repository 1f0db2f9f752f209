import Foundation

/// What a file is, told from what stands in it and never from its name.
package enum FileKind: String, CaseIterable, Sendable {
    case pdf, jpeg, png, gif, webp, text, docx, xlsx, pptx, odt, ods, odp

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .text: "text/plain; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        }
    }

    package var isPicture: Bool { [.jpeg, .png, .gif, .webp].contains(self) }

    /// The ends a name of such a file may have; the first is given to a name that has none of them, so that what came as
    /// text is not opened as a page or a program.
    private var ends: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "csv", "md"]
        default: [rawValue]
        }
    }

    package func named(_ name: String) -> String {
        let lower = name.lowercased()
        return ends.contains { lower.hasSuffix("." + $0) } ? name : name + "." + ends[0]
    }

    package enum Refusal: Error, Equatable {
        case unknown
        /// A picture or a document that breaks off or contradicts itself.
        case damaged
        case macros
    }

    package static func of(_ file: FileBytes) throws(Refusal) -> FileKind {
        if file.begins(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if file.begins(with: PNG.signature) { return .png }
        if file.begins(with: "GIF8") { return .gif }
        if file.begins(with: "RIFF"), file.begins(with: "WEBP", at: 8) { return .webp }
        if file.begins(with: "%PDF-") { return .pdf }
        if file.begins(with: "PK") { return try document(file) }
        guard file.isText else { throw .unknown }
        return .text
    }

    /// The offices' documents are archives, told apart by the names of what they hold.
    private static func document(_ file: FileBytes) throws(Refusal) -> FileKind {
        let directory: ZipDirectory
        do throws(ZipProblem) { directory = try ZipDirectory(file) } catch { throw .damaged }
        let names = directory.entries.map(\.name)
        let isOpenDocument = ["basic/", "scripts/"]
        guard
            !names.contains(where: { name in
                let lower = name.lowercased()
                return lower.hasSuffix("vbaproject.bin") || isOpenDocument.contains { lower.hasPrefix($0) }
            })
        else { throw .macros }
        if names.contains("[Content_Types].xml") {
            for (folder, kind) in [("word/", Self.docx), ("xl/", .xlsx), ("ppt/", .pptx)]
            where names.contains(where: { $0.hasPrefix(folder) }) { return kind }
        }
        if let first = directory.entries.first(where: { $0.name == "mimetype" }), first.size < 200 {
            var type = Data()
            do throws(ZipProblem) {
                try directory.read(first, upTo: 200) { type += $0 }
            } catch { throw .damaged }
            for kind in [Self.odt, .ods, .odp] where Data(kind.mediaType.utf8) == type { return kind }
        }
        throw .unknown
    }

    /// What is kept of a picture; nil where the file is kept as it is.
    package func cleaned(_ file: FileBytes) throws(Malformed) -> Pieces? {
        switch self {
        case .jpeg: try JPEG.cleaned(file)
        case .png: try PNG.cleaned(file)
        case .gif: try GIF.cleaned(file)
        case .webp: try WebP.cleaned(file)
        default: nil
        }
    }
}

extension FileBytes {
    /// Whether all of it is UTF-8 without control characters, but for tabs, line ends and page breaks.
    fileprivate var isText: Bool {
        var (at, rest) = (0, [UInt8]())
        while at < count {
            let end = min(at + 65_536, count)
            guard let piece = bytes(at..<end) else { return false }
            var text = rest + piece
            rest = []
            // A character that is cut waits for the next piece.
            if end < count, let start = text.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }), text[start] >= 0xC0 {
                rest = Array(text[start...])
                text.removeLast(rest.count)
            }
            guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }),
                String(validating: text, as: UTF8.self) != nil
            else { return false }
            at = end
        }
        return rest.isEmpty
    }
}
