/// What a source has sent, looked through before anything of it is believed.
struct Survey: Sendable {
    /// Where in the file the items stand that have to be taken in.
    var pieces: [Range<Int>] = []
    /// Hashes of the ids that were sent.
    var seen: Set<Int> = []
    /// The ids of those that are over.
    var gone: Set<String> = []
    var read = 0
    var live = 0
    var withdrawn = 0
    var new = 0
    var changed = 0
    var unchanged = 0
    var repeated = 0
    var refusals: [String: Int] = [:]
    /// Where some of what was refused stands, and why.
    var refused: [(place: String, reason: String)] = []
    var harvested = Harvested()
    /// Organisations of which something was written, for their boilerplate.
    var touched = TouchedOrganisations()
    /// Numbers of those that a whole reading did not send.
    var absent: [Int] = []

    static let mostExamples = 200

    var refusedCount: Int { refusals.values.reduce(0, +) }

    mutating func refuse(_ refusal: Refusal, at place: String) {
        refusals[refusal.description, default: 0] += 1
        if refused.count < Self.mostExamples { refused.append((place, refusal.description)) }
    }
}
