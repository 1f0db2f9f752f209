import Foundation
package import Outbound
import Storage

/// What would become of a source, before it is one.
package struct Preview: Sendable {
    /// Of a table: each column, and what it is read as; nil where it is left alone.
    package var columns: [(name: String, readAs: String?)] = []
    package var samples: [Sample] = []
    package var read = 0
    package var live = 0
    package var withdrawn = 0
    package var refused = 0
    /// Where the first that are refused stand, and why.
    package var refusals: [(place: String, reason: String)] = []
    package var defects: [(defect: Defect, times: Int)] = []

    package struct Sample: Sendable {
        package let title: String
        package let organisation: String?
        package let place: String
    }
    static let mostSamples = 5
    static let mostRefusals = 20
}

extension Catalogue {
    /// Reads a file or an address as a source would be read, and changes nothing.
    ///
    /// Of a feed it reads the first page.
    package func preview(_ source: Source, over way: WayOut) async throws -> Preview {
        let asking = Asking(way: way, file: file, world: world)
        do {
            let obtained = try await asking.once(source, in: spools)
            defer { spools.remove(source.name) }
            return try preview(source, obtained)
        } catch let unreadable as Unreadable {
            throw HarvestFailure(description: unreadable.description)
        } catch let failure as FetchFailure {
            throw HarvestFailure(description: failure.description)
        }
    }

    private func preview(_ source: Source, _ obtained: Obtained) throws -> Preview {
        var preview = Preview()
        if source.format == .csv {
            preview.columns = try CSVItems(obtained.file, named: obtained.name).header.meanings.map {
                ($0.name, $0.field?.words)
            }
        }
        let reader = try source.format.reader(places, taxonomy, of: obtained)
        var items = try source.format.items(in: obtained.file, named: obtained.name)
        var harvested = Harvested()
        while let item = try items.next() {
            reader.read(item, into: &harvested)
            for reading in harvested.takeReadings() { preview.note(reading, at: item.place) }
        }
        preview.defects = Defect.allCases.compactMap { defect in harvested.defects[defect].map { (defect, $0) } }
        return preview
    }
}

extension Preview {
    fileprivate mutating func note(_ reading: Advert.Reading, at place: String) {
        read += 1
        switch reading {
        case .withdrawn: withdrawn += 1
        case .refused(let refusal):
            refused += 1
            if refusals.count < Self.mostRefusals { refusals.append((place, refusal.description)) }
        case .live(let advert):
            live += 1
            guard samples.count < Self.mostSamples else { return }
            let whereabouts = advert.isRemote ? "From home" : advert.whereabouts.first?.name ?? "Place not stated"
            samples.append(Sample(title: advert.title, organisation: advert.organisation, place: whereabouts))
        }
    }
}
