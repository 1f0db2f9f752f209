/// A way of reflecting: stages in order, each with the questions that help a person write.
///
/// A model is data over one stored shape (a title and a text for each stage), so another model is another value here.
package struct ReflectionModel: Hashable, Sendable {
    /// What is stored: never changed once a reflection has been written with it.
    package let name: String
    package let title: String
    package let stages: [Stage]

    package struct Stage: Hashable, Sendable {
        /// What is stored, and the name of the field in a form.
        package let name: String
        package let title: String
        package let prompts: [String]
    }
}

extension ReflectionModel {
    /// The cycle of My Learning Space, with its own prompts.
    package static let cycle = ReflectionModel(
        name: "cycle", title: "Learn, Reflect, Assess, Plan",
        stages: [
            Stage(
                name: "learn", title: "Learn",
                prompts: ["What experience have you had?", "What new or incidental learning?"]),
            Stage(
                name: "reflect", title: "Reflect",
                prompts: [
                    "What has been the impact of your learning on you and other people?",
                    "Are there key development areas resulting from this?",
                ]),
            Stage(
                name: "assess", title: "Assess",
                prompts: [
                    "What does that tell me about myself?",
                    "Is this important to me and do I need to adjust things?",
                ]),
            Stage(
                name: "plan", title: "Plan",
                prompts: ["What are your next steps?", "How are you going to support your career?"]),
        ])

    /// - Throws: `Unknown` where the name is none of this program's: an older program over a newer one's file.
    static func named(_ name: String) throws -> ReflectionModel {
        guard let model = all.first(where: { $0.name == name }) else { throw Unknown(name: name) }
        return model
    }

    struct Unknown: Error, CustomStringConvertible {
        let name: String
        var description: String {
            "A reflection was written with the model “\(name)”, which this riffle does not have. Start the newer program."
        }
    }
}
