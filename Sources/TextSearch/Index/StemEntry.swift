/// Where an index keeps what it knows of a stem.
struct StemEntry: BitwiseCopyable {
    /// Where its list starts, in the sparse or the dense arrays.
    var start: UInt32
    var count: UInt32
    /// Where its blocks start in `blockStarts` and `blockMaxima`; `noTable` for a sparse list.
    var table: UInt32
    var firstWord: UInt32
    var words: UInt32

    static let noTable = UInt32.max
}
