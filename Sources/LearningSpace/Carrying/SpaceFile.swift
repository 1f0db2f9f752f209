/// Somebody's whole space as a file: everything of theirs that another Riffle needs to hold the same.
///
/// It names nobody and holds no id: what belongs together is joined by numbers within the file, so that exporting,
/// importing elsewhere and exporting again gives the same bytes. What peers said stays where they said it; shares and who
/// is in a group are not taken along: who may read is decided anew.
package struct SpaceFile: Hashable, Sendable {
    package static let format = "riffle space 1"
    /// A space of 10,000 reflections with 500 words in each stage has 140 MB.
    package static let mostBytes = 256 << 20
    package var reflections: [ReflectionItem] = []
    package var goals: [GoalItem] = []
    package var activities: [ActivityItem] = []
    package var responsibilities: [String] = []
    package var files: [FileItem] = []
    /// Begun and never saved.
    package var unsaved: [UnsavedItem] = []
    package var groups: [GroupItem] = []
    /// How many items could not be read; none in a file of our own.
    package var unreadable = 0

    package struct StageItem: Codable, Hashable, Sendable {
        package let stage: String
        package let words: String
    }

    package struct ReflectionItem: Codable, Hashable, Sendable {
        /// What goals and activities of the file call it.
        package var number: Int
        package let title: String
        package let model: String
        package let stages: [StageItem]
        package let tags: [String]
        package let originTitle: String?
        package let originPath: String?
        /// Times as they are stored: UTC, to the millisecond.
        package let begun: String
        package let saved: String
        package let version: Int
        package let notes: [NoteItem]
        package let revisions: [RevisionItem]
        /// Nil where nothing stands at it, here and below.
        package var files: [StageFileItem]?
        package var comments: [CommentItem]?
        /// What was typed over it and not saved.
        package var unsaved: UnsavedItem?
    }

    package struct StageFileItem: Codable, Hashable, Sendable {
        package let stage: String
        package let file: Int
    }

    /// A file that is kept beside something. Its bytes are a part of the archive.
    package struct FileItem: Codable, Hashable, Sendable {
        /// What the other items of the file call it.
        package var number: Int
        package let name: String
        package let about: String
        package let kind: String
        package let bytes: Int
        /// SHA-256, in small letters; nil where whoever wrote the archive did not say.
        package let hash: String?
        package let added: String
    }

    package struct NoteItem: Codable, Hashable, Sendable {
        package let written: String
        package let words: String
    }

    package struct RevisionItem: Codable, Hashable, Sendable {
        package let version: Int
        package let title: String
        package let saved: String
        package let stages: [StageItem]
    }

    package struct GoalItem: Codable, Hashable, Sendable {
        package let title: String
        package let made: String
        package let due: String
        package let state: String
        package let closed: String?
        package let checkIns: [CheckInItem]
        /// The reflection it came from.
        package var from: Int?
        /// The reflections that were begun from it.
        package var ledTo: [Int]
        package var files: [Int]?
    }

    package struct CheckInItem: Codable, Hashable, Sendable {
        package let verdict: String
        package let due: String?
        package let words: String
        package let written: String
    }

    package struct ActivityItem: Codable, Hashable, Sendable {
        package let title: String
        package let kind: String
        package let first: String
        package let last: String
        package let amount: String
        package let unit: String
        package let about: String
        package let outcome: String
        package let provider: String
        package let isEthics: Bool
        package let supports: [String]
        package var reflections: [Int]
        package var files: [Int]?
        /// Nil where it is its owner's own word.
        package var statedBy: String?
    }
}
