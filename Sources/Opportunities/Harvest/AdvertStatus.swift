/// What an advert's title says of taking part now, beside what there is to do: "Beach clean - EVENT FULL".
package enum AdvertStatus: String, Sendable, CaseIterable {
    case full
    case cancelled
    /// No longer recruiting.
    case closed

    /// Before the words of the advert, on pages.
    package var words: String {
        switch self {
        case .full: "Full"
        case .cancelled: "Cancelled"
        case .closed: "No longer recruiting"
        }
    }

    /// After "It".
    package var sentence: String {
        switch self {
        case .full: "Its provider says that it is full. Save it, and a saved search tells you when it is open again."
        case .cancelled: "Its provider says that it is cancelled."
        case .closed:
            "Its provider says that it takes no one at the moment. A saved search tells you when it is open again."
        }
    }
}
