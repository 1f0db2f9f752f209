/// One stem's list as a search walks it, block by block.
struct PostingList {
    /// Where each block starts.
    let starts: UnsafePointer<UInt32>
    /// The greatest impact in each block; 0 where the stem is not in it.
    let maxima: UnsafePointer<UInt8>
    /// Within their blocks.
    let documents: UnsafePointer<UInt16>
    let impacts: UnsafePointer<UInt8>
    let count: Int
    let blocks: Int
    /// A bit for each document there is, of a stem that many hold.
    let held: UnsafePointer<UInt64>?
    /// An impact of 1 adds this much to a score.
    let weight: UInt32
    let idea: Int

    @inline(__always)
    func range(of block: Int) -> Range<Int> {
        Int(starts[block])..<(block + 1 < blocks ? Int(starts[block + 1]) : count)
    }

    /// The most the list adds to any document of the block.
    @inline(__always)
    func most(in block: Int) -> UInt32 { weight * UInt32(maxima[block]) }

    /// Calls for each place in the block whose impact is at least what is asked for by then.
    @inline(__always)
    func eachPlace(in block: Int, impact least: () -> Int, _ body: (Int) -> Void) {
        let range = range(of: block)
        var place = range.lowerBound
        let width = SIMD16<UInt8>.scalarCount
        while place < range.upperBound {
            // The last so many are read together as well, some of them for the second time.
            let start = range.count < width ? place : min(place, range.upperBound - width)
            let next = min(start + width, range.upperBound)
            let enough = least()
            guard enough <= 255 else { return }
            let some = UnsafeRawPointer(impacts + start)
            if next - start < width || some.loadUnaligned(as: SIMD16<UInt8>.self).max() >= enough {
                for place in place..<next where Int(impacts[place]) >= enough { body(place) }
            }
            place = next
        }
    }

    /// What the list adds to one document of the block; 0 for one that is not in it.
    @inline(__always)
    func addition(to document: UInt16, in block: Int) -> UInt32 {
        guard maxima[block] > 0 else { return 0 }
        if let held {
            let word = held[(block << (Block.bits - 6)) + Int(document >> 6)]
            if word & (1 << UInt64(document & 63)) == 0 { return 0 }
        }
        let range = range(of: block)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) >> 1
            if documents[middle] < document { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && documents[low] == document ? weight * UInt32(impacts[low]) : 0
    }
}

/// Memory for the time of one search.
final class Scratch {
    private var owned: [UnsafeMutableRawPointer] = []

    func zeros<Element: BitwiseCopyable & FixedWidthInteger>(_ count: Int, of _: Element.Type)
        -> UnsafeMutablePointer<Element>
    {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
        memory.initialize(repeating: 0, count: max(1, count))
        owned.append(UnsafeMutableRawPointer(memory))
        return memory
    }

    deinit { for memory in owned { memory.deallocate() } }
}

extension SearchIndex {
    /// A list of few documents is spread over the blocks first, so that all lists are walked in one way.
    func list(ofStem stem: Int, weight: UInt32, idea: Int, _ scratch: Scratch) -> PostingList {
        let entry = stems.start[stem]
        let start = Int(entry.start)
        let count = Int(entry.count)
        guard entry.table == StemEntry.noTable else {
            return PostingList(
                starts: UnsafePointer(blockStarts.start + Int(entry.table)),
                maxima: UnsafePointer(blockMaxima.start + Int(entry.table)),
                documents: UnsafePointer(denseDocuments.start + start),
                impacts: UnsafePointer(denseImpacts.start + start), count: count, blocks: blocks,
                held: held.bits(ofStem: stem), weight: weight, idea: idea)
        }
        let starts = scratch.zeros(blocks, of: UInt32.self)
        let maxima = scratch.zeros(blocks, of: UInt8.self)
        let documents = scratch.zeros(count, of: UInt16.self)
        var next = 0
        for place in 0..<count {
            let document = sparseDocuments.start[start + place]
            let block = Int(document >> UInt32(Block.bits))
            while next <= block {
                starts[next] = UInt32(place)
                next += 1
            }
            documents[place] = UInt16(document & UInt32(Block.size - 1))
            maxima[block] = max(maxima[block], sparseImpacts.start[start + place])
        }
        while next < blocks {
            starts[next] = UInt32(count)
            next += 1
        }
        return PostingList(
            starts: starts, maxima: maxima, documents: documents,
            impacts: UnsafePointer(sparseImpacts.start + start), count: count, blocks: blocks, held: nil,
            weight: weight, idea: idea)
    }
}
