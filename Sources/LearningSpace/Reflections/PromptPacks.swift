extension ReflectionModel {
    /// Every way of reflecting that a member can choose, the house's own first.
    package static let all = [cycle, kolb, gibbs, driscoll, step, nmc]

    /// Kolb's cycle of learning by experience (1984).
    static let kolb = ReflectionModel(
        name: "kolb", title: "Kolb: experience, observe, conclude, try",
        stages: [
            Stage(name: "experience", title: "Experience", prompts: ["What happened, and what did you do?"]),
            Stage(
                name: "observe", title: "Observe",
                prompts: ["Looking back, what did you notice?", "What did others see?"]),
            Stage(name: "conclude", title: "Conclude", prompts: ["What do you make of it?", "What rule would fit?"]),
            Stage(name: "try", title: "Try", prompts: ["What will you do differently, and when can you try it?"]),
        ])

    /// Gibbs's six questions (1988).
    static let gibbs = ReflectionModel(
        name: "gibbs", title: "Gibbs: six steps from what happened to what next",
        stages: [
            Stage(name: "description", title: "Description", prompts: ["What happened?"]),
            Stage(name: "feelings", title: "Feelings", prompts: ["What were you thinking and feeling?"]),
            Stage(name: "evaluation", title: "Evaluation", prompts: ["What was good and bad about it?"]),
            Stage(name: "analysis", title: "Analysis", prompts: ["What sense can you make of it?"]),
            Stage(name: "conclusion", title: "Conclusion", prompts: ["What else could you have done?"]),
            Stage(name: "action", title: "Action", prompts: ["If it came again, what would you do?"]),
        ])

    /// Driscoll's three questions (1994).
    static let driscoll = ReflectionModel(
        name: "driscoll", title: "Driscoll: what, so what, now what",
        stages: [
            Stage(name: "what", title: "What?", prompts: ["What happened, and what was your part in it?"]),
            Stage(name: "so-what", title: "So what?", prompts: ["What did it mean, to you and to others?"]),
            Stage(
                name: "now-what", title: "Now what?", prompts: ["What will you do, and how will you know it helped?"]),
        ])

    /// The four steps of STEP's policy on continuing professional development.
    static let step = ReflectionModel(
        name: "step", title: "STEP: role, needs, activities, impact",
        stages: [
            Stage(
                name: "role", title: "Role",
                prompts: ["Which of your key responsibilities is this about?", "Is ethical behaviour among them?"]),
            Stage(name: "needs", title: "Needs", prompts: ["What did you need to keep up or to improve?"]),
            Stage(
                name: "activities", title: "Activities", prompts: ["What did you choose to do, and what did you do?"]),
            Stage(
                name: "impact", title: "Impact",
                prompts: ["How well did it work, for you and for those you serve?"]),
        ])

    /// The questions of the Nursing and Midwifery Council's form for reflective accounts.
    static let nmc = ReflectionModel(
        name: "nmc", title: "NMC: a reflective account",
        stages: [
            Stage(
                name: "nature", title: "Nature",
                prompts: ["What was it: something you learned, feedback, or an event in your practice?"]),
            Stage(name: "learned", title: "Learned", prompts: ["What did you learn from it?"]),
            Stage(name: "changed", title: "Changed", prompts: ["How did you change or improve your practice?"]),
            Stage(
                name: "code", title: "Code",
                prompts: [
                    "How is it relevant to the Code: people first, effective practice, safety, professionalism and trust?"
                ]),
        ])
}

extension Reflection {
    /// Whether it tells what happened and stops there: the first stage is written, none of the later half is.
    ///
    /// Of 1,022 portfolios most described and did not explain (BMC Medical Education 2020; 20:205). It is for its owner
    /// alone: no score, and nobody else is told.
    package var stopsAtWhatHappened: Bool {
        guard stages.first?.isWritten == true else { return false }
        return !stages[(stages.count / 2)...].contains(where: \.isWritten)
    }

    /// Where it could go deeper.
    package var deeperStage: ReflectionModel.Stage? { stages[(stages.count / 2)...].first?.asks }
}
