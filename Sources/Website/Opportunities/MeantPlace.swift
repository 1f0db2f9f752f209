import Opportunities
import Storage

/// The place that somebody meant who made a slip in its name, and the same search there.
struct MeantPlace {
    let place: String
    let href: String

    /// nil where the place is known, or like none that is.
    init?(_ form: Form, _ wrong: InvalidFields, _ places: Places) {
        guard wrong.all.contains(where: { $0.field == "near" }), let meant = places.meant(by: form["near"]) else {
            return nil
        }
        place = meant.name
        href = ResultsView.link(form.first.merging(["near": meant.name]) { _, near in near })
    }
}
