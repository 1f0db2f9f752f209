/// Understands one item of a source at a time: a type for each format.
protocol ItemReading: Sendable {
    /// Adds what the item says: none, one or several readings, and what was mended in it.
    func read(_ item: RawItem, into harvested: inout Harvested)
    /// Organisations without a name, in a file beside the items.
    var namelessOrganisations: Int { get }
}

extension ItemReading {
    var namelessOrganisations: Int { 0 }
}
