import Containers
import LearningSpace
import Storage

/// Everything of one's own that was sent as a file.
struct FilesPage: Page {
    static let template = "space/files"
    static let place: Section? = .space
    let title = "Your files"
    let files: [FileRow]
    /// "3 files, 4.2 MB of 1000 MB".
    let use: String
    let limit: String
    let pages: Pages?

    init(_ listing: FileListing, _ limits: EvidenceLimits) {
        files = listing.files.map(FileRow.init)
        use = listing.use.words(limits)
        pages = Pages("Pages of your files", listing.page, of: listing.pages) { "/space/files?page=\($0)" }
        limit = limits.bytesOfFile.inMegabytes
    }
}

/// One of one's own files in the list of all.
struct FileRow {
    /// A place it stands at, and what a form says to take it away from there.
    struct PlaceRow {
        let href: String
        let title: String
        let words: String
        let field: String
        let value: String
        let stage: String?
    }
    let file: FileView
    let added: String
    let places: [PlaceRow]
    let hasPlaces: Bool

    init(_ kept: KeptFile) {
        file = FileView(kept.evidence)
        added = Day(containing: kept.evidence.added).words
        places = kept.places.map { standing in
            let (words, field, value, stage): (String, String, String, String?) =
                switch standing.place {
                case .activity(let id): ("Activity", "activity", id.description, nil)
                case .goal(let id): ("Next step", "goal", id.description, nil)
                case .stage(let stage, let id): ("Reflection", "reflection", id.description, stage)
                }
            return PlaceRow(
                href: standing.place.path, title: standing.title, words: words, field: field, value: value,
                stage: stage)
        }
        hasPlaces = !places.isEmpty
    }
}

/// A file where it is shown.
struct FileView {
    let id: String
    let href: String
    let name: String
    let about: String?
    /// "PDF, 1.2 MB".
    let kind: String

    /// - Parameter secret: of the link that is followed; nil for members.
    init(_ evidence: Evidence, secret: String? = nil) {
        id = evidence.id.description
        href = secret.map { "/shared/links/\($0)/files/\(evidence.id)" } ?? "/space/files/\(evidence.id)"
        name = evidence.name
        about = evidence.about.isEmpty ? nil : evidence.about
        kind = "\(evidence.kind.words), \(evidence.bytes.inMegabytes)"
    }
}

/// What stands at an activity or a next step.
struct FilesView {
    let files: [FileView]
    let add: String

    init(_ files: [Evidence], add: String) {
        self.files = files.map { FileView($0) }
        self.add = add
    }
}

extension Evidence.Use {
    func words(_ limits: EvidenceLimits) -> String {
        let count = files == 0 ? "No file" : files == 1 ? "1 file" : "\(files) files"
        return "\(count), \(bytes == 0 ? "0" : bytes.inMegabytes) of \(limits.bytesOfMember.inMegabytes)"
    }
}

extension FileKind {
    var words: String {
        switch self {
        case .pdf: "PDF"
        case .jpeg, .png, .gif, .webp: "Picture"
        case .text: "Text"
        case .docx, .odt: "Document"
        case .xlsx, .ods: "Spreadsheet"
        case .pptx, .odp: "Slides"
        }
    }
}
