import LearningSpace
import Storage
import Testing

@Suite struct PromptPackTests {
    @Test("Every model has names of its own, each stage a question, and no stage the name of another box")
    func sound() {
        #expect(ReflectionModel.all.first == .cycle)
        #expect(Set(ReflectionModel.all.map(\.name)).count == ReflectionModel.all.count)
        let boxes: Set = ["title", "tags", "key", "version", "model", "note", "body", "stage"]
        for model in ReflectionModel.all {
            #expect(Set(model.stages.map(\.name)).count == model.stages.count)
            #expect(boxes.isDisjoint(with: model.stages.map(\.name)), "\(model.name)")
            #expect(model.stages.allSatisfy { !$0.prompts.isEmpty })
        }
        #expect(ReflectionModel.all.map(\.stages.count) == [4, 4, 6, 3, 4, 4])
    }

    @Test("Each is saved half-done and read back in its own stages", arguments: ReflectionModel.all)
    func stored(model: ReflectionModel) async throws {
        try await withJournal { open in
            let last = try #require(model.stages.last)
            let draft = try Reflection.Draft(title: "T", words: [last.name: "The end first."], model: model)
            let saved = try #require(try await open.journal.begin(draft, by: open.owner, key: open.key()).saved)
            let reading = try #require(try await open.journal.reading(of: saved.id, by: open.owner))
            #expect(reading.reflection.model == model)
            #expect(reading.reflection.stages.filter(\.isWritten).map(\.words) == ["The end first."])
        }
    }

    @Test("A reflection that tells what happened and stops there is asked on, and no other")
    func nudge() async throws {
        try await withJournal { open in
            let cases: [([String: String], Bool)] = [
                (["learn": "a"], true), (["learn": "a", "reflect": "b"], true), (["learn": "a", "assess": "b"], false),
                (["learn": "a", "plan": "b"], false), (["reflect": "b"], false), ([:], false),
            ]
            for (words, isAsked) in cases {
                let reflection = try await open.begun(words: words)
                #expect(reflection.stopsAtWhatHappened == isAsked, "\(words)")
            }
            let reflection = try await open.begun()
            #expect(reflection.deeperStage?.name == "assess")
        }
    }
}
