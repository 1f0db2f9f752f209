import Synchronization

/// A desk's specialties, as they were when somebody last looked.
///
/// The stems of a thousand words take 3 ms, and each page of a question needs them: they are kept until a word or a
/// topic is another. What they are made of is read every time, so nobody sees old ones.
final class DeclaredSpecialties: Sendable {
    private let last = Mutex<(declared: [Declared], specialties: Specialties)?>(nil)

    /// - Parameter topics: as they stand in the file now.
    func of(_ topics: [(topic: Topic, words: TopicWords)]) -> Specialties {
        let declared = topics.map { Declared(topic: $0, words: $1) }
        if let last = last.withLock({ $0 }), last.declared == declared { return last.specialties }
        let specialties = Specialties(topics)
        last.withLock { $0 = (declared, specialties) }
        return specialties
    }

    private struct Declared: Equatable, Sendable {
        let topic: Topic
        let words: TopicWords
    }
}
