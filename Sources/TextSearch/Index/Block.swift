/// Documents are cut into blocks of `size`; what is known of a block's best impact lets whole blocks be passed over (Ding
/// and Suel, "Faster top-k document retrieval using block-max indexes", 2011).
enum Block {
    static let size = 4096
    static let bits = 12

    /// How many blocks so many documents fill.
    static func count(of documents: Int) -> Int { (documents + size - 1) / size }
}
