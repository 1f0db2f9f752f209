package import Storage

extension Reflection {
    /// What its owner typed, fit to be kept: a title, and any of the stages.
    package struct Draft: Hashable, Sendable {
        package static let longestTitle = 200
        package static let longestStage = 20_000

        package let model: ReflectionModel
        package let title: String
        package let stages: [Stage]
        package let tags: Tags

        /// - Parameters:
        ///   - words: what was typed, by the name of the stage. A stage left out is empty.
        ///   - tags: as they were typed, with commas between.
        package init(
            title: String, words: [String: String], tags: String = "", model: ReflectionModel = .cycle
        ) throws(InvalidFields) {
            let title = Line.of(title)
            let stages = model.stages.map { Stage(asks: $0, words: PlainText.cleaned(words[$0.name] ?? "")) }
            let wrong = [Self.problem(ofTitle: title)] + stages.map(Self.problem(of:))
            var found = wrong.compactMap { $0 }
            var kept = Tags.none
            do throws(Invalid) { kept = try Tags(tags) } catch { found.append(error) }
            guard found.isEmpty else { throw InvalidFields(found) }
            self.model = model
            self.title = title
            self.stages = stages
            self.tags = kept
        }

        private static func problem(ofTitle title: String) -> Invalid? {
            guard Line.isVisible(title) else {
                return Invalid("title", "Give your reflection a title: a few words to find it by.")
            }
            return .tooLong("title", "The title", title, limit: longestTitle)
        }

        private static func problem(of stage: Stage) -> Invalid? {
            .tooLong(stage.asks.name, "“\(stage.asks.title)”", stage.words, limit: longestStage)
        }
    }
}
