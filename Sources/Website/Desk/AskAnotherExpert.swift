import Hummingbird
import Questions
import Storage

/// A further answer beside those that are there.
extension ReviewQuestion {
    func addFurtherAnswers(to routes: RouterGroup<ModeratorContext>) {
        routes.post("/desk/:id/further-answers") { request, context in
            try await act(request, context, .assigned) { form, id, version in
                guard let expert = PersonID(form["further"]) else {
                    throw Invalid("further", "Choose the expert who should answer as well.")
                }
                try await site.desk.askAnother(expert, about: id, version: version, by: context.person)
            }
        }
        routes.post("/desk/:id/further-answers/delete") { request, context in
            try await act(request, context, .wentOn) { _, id, version in
                try await site.desk.stopWaiting(id, version: version, by: context.person)
            }
        }
    }
}
