package import Storage

/// Four weeks in which one key signs. Weekly keys would divide the members who could have asked by four.
package struct Epoch: Hashable, Sendable, Comparable {
    /// Epochs since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }
    package init(containing day: Day) { number = day.number / Self.days }

    private static let days = 28

    package var firstDay: Day { Day(number: number * Self.days) }
    package var lastDay: Day { firstDay + (Self.days - 1) }
    package var previous: Epoch { Epoch(number: number - 1) }

    /// Tokens hold until the end of the next epoch.
    func isSpendable(in current: Epoch) -> Bool { self == current || self == current.previous }

    package static func < (left: Epoch, right: Epoch) -> Bool { left.number < right.number }
}
