/// Adds up numbers by stem: a hash table with open addresses, which knows its stems in the order they came in.
struct StemSums {
    private let slots: Packed<Slot>
    private let used = Packed<UInt32>()

    private struct Slot: BitwiseCopyable {
        var stem = StemSums.none
        var sum = 0.0
    }

    private static let none = UInt32.max

    /// - Parameter most: no more different stems are added.
    init(atMost most: Int) {
        var size = 64
        while size < most * 2 { size *= 2 }
        slots = Packed(repeating: Slot(), count: size)
    }

    @inline(__always)
    func add(_ number: Double, to stem: UInt32) {
        let mask = slots.count - 1
        // The stems of a text are spread over all there are; their lowest bits are spread as well.
        var slot = Int(stem) & mask
        while slots.start[slot].stem != stem {
            if slots.start[slot].stem == Self.none {
                slots.start[slot].stem = stem
                used.append(UInt32(slot))
                break
            }
            slot = (slot + 1) & mask
        }
        slots.start[slot].sum += number
    }

    func each(_ body: (_ stem: UInt32, _ sum: Double) -> Void) {
        for place in 0..<used.count {
            let slot = slots.start[Int(used.start[place])]
            body(slot.stem, slot.sum)
        }
    }

    func removeAll() {
        for place in 0..<used.count { slots.start[Int(used.start[place])] = Slot() }
        used.removeAll()
    }
}
