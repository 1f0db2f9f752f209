package import Storage

/// Something done that counts as professional development, as its owner records it. Theirs alone.
package struct Activity: Hashable, Sendable {
    package let id: ID<Activity>
    package let draft: Draft
    /// Whose word it was when it came from somebody's file; empty where it is its owner's own.
    package let statedBy: String
    /// 1 when recorded, one more at each save: a save says which version it was typed over.
    package let version: Int
    /// The reflections that were begun from it, the first begun first.
    package let reflections: [Goal.Cycle]

    package enum Kind: String, CaseIterable, Sendable {
        case course, reading, conference, practice, project, mentoring, volunteering, other
    }

    /// How much it was, where somebody counts.
    package struct Amount: Hashable, Sendable {
        package let hundredths: Int
        package let unit: Unit

        package enum Unit: String, CaseIterable, Sendable {
            case hours, points
        }
    }
}

/// One of the key duties of somebody's role, to which activities are matched.
package struct Responsibility: Hashable, Sendable {
    package let id: ID<Responsibility>
    package let name: String
}

/// What came of saving an activity.
package enum ActivitySaving: Hashable, Sendable {
    case saved(ID<Activity>)
    /// Not kept, for another window saved meanwhile: what stands there, beside what was typed.
    case conflict(stored: Activity)
}
