import Foundation

extension Source.Format {
    /// - Parameters:
    ///   - file: the file to cut up.
    ///   - name: what people call it.
    func items(in file: URL, named name: String) throws -> any ItemCutting {
        switch self {
        case .doit: try JSONItems(file, named: name)
        case .teamkinetic: try JSONItems(file, named: name, JSONItems.Layout(keys: ["@graph"]))
        case .volunteering:
            try JSONItems(
                file, named: name, JSONItems.Layout(keys: ["@graph", "graph"], isItemItself: true))
        case .rpde: try JSONItems(file, named: name)
        case .csv: try CSVItems(file, named: name)
        case .html: try WholeFile(file, named: name)
        case .fpxml: try XMLItems(file, named: name, element: "VolunteerOpportunity")
        }
    }

    /// - Parameter obtained: the file, for formats in which one item names another.
    func reader(
        _ places: Places, _ taxonomy: Taxonomy, of obtained: Obtained, ownAddress: String? = nil
    ) throws -> any ItemReading {
        switch self {
        case .doit: DoitExport(places: places, taxonomy: taxonomy)
        case .teamkinetic:
            VolunteeringData(
                places: places, taxonomy: taxonomy, organisations: try VolunteeringOrganisations(beside: obtained.file))
        case .volunteering:
            VolunteeringData(
                places: places, taxonomy: taxonomy,
                organisations: try VolunteeringOrganisations(within: obtained.file, named: obtained.name),
                ownAddress: ownAddress)
        case .rpde: FeedItems(content: VolunteeringData(places: places, taxonomy: taxonomy, ownAddress: ownAddress))
        case .csv:
            CSVRows(
                places: places, taxonomy: taxonomy, header: try CSVItems(obtained.file, named: obtained.name).header)
        case .html: PageData(places: places, taxonomy: taxonomy)
        case .fpxml:
            FootprintFeed(
                places: places, taxonomy: taxonomy,
                organisations: try FootprintFeed.organisations(in: obtained.file, named: obtained.name))
        }
    }
}
