/// Somewhere a member can search from or an opportunity can be.
package struct Place: Hashable, Sendable {
    /// As `Barnstaple, Devon`, `B3, Birmingham` or `Kent`.
    package let name: String
    package let coordinate: Coordinate

    package init(name: String, coordinate: Coordinate) {
        self.name = name
        self.coordinate = coordinate
    }
}

extension Place {
    /// What a member typed, found: the likeliest place, and the others it could be.
    package struct Match: Hashable, Sendable {
        package let place: Place
        /// The likeliest first; empty when only one place has the name.
        package let others: [Place]

        /// The one place there is of its name.
        package init(_ place: Place) {
            self.place = place
            others = []
        }

        init(_ place: Place, others: [Place]) {
            self.place = place
            self.others = others
        }
    }
}
