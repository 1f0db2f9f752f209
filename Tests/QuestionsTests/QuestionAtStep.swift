import Storage
import TestSupport
import Testing

@testable import Questions

extension OpenDesk {
    /// A question that has come to this step in the ordinary way, with an open clarifying question where there is one
    /// to have; its id is nil while it waits for the batch.
    func question(at kind: Step.Kind) async throws -> (Receipt, ID<Question>?) {
        let receipt = try await sent("My manager Quentin never listens to me.")
        if kind == .withdrawn { try await desk.withdraw(receipt) }
        if kind == .arrived || kind == .withdrawn { return (receipt, nil) }
        _ = try await desk.batch()
        let id = try #require(try await desk.queue(for: yasmin).first { $0.text.contains("Quentin") }?.id)
        switch kind {
        case .changesAsked:
            let remark = try Remark("Please leave the name out.", field: "changes")
            try await desk.askForChanges(id, remark, version: 1, by: yasmin)
        case .declined: try await decline(id)
        case .withExpert, .answered, .approved, .published, .answeredPrivately:
            try await assign(id)
            let remark = try Remark("How large is your team?", field: "question")
            try await desk.clarify(id, remark, version: 2, by: nerys)
            if kind == .withExpert { break }
            try await answer(id)
            if kind == .answered { break }
            try await approve(id, to: kind == .answeredPrivately ? .asker : .everybody)
            if kind != .approved { _ = try await desk.batch() }
        case .arrived, .received, .withdrawn: break
        }
        #expect(try await standing(receipt).step.kind == kind)
        return (receipt, id)
    }
}
