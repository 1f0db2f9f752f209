import HTTPTypes
import Hummingbird
import Members
import NIOCore
import Questions
import Storage

extension Site {
    /// The page as a response. A page with errors is 422.
    func show<Content: Page>(
        _ page: Content, to member: Member?, status: HTTPResponse.Status = .ok, notice: Notice? = nil
    ) throws -> Response {
        let html = try templates.render(
            Frame(content: page, member: member, notice: notice, fingerprint: desk.fingerprint), Content.template)
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// The page, with what the address says just happened.
    func show(_ page: some Page, for request: Request, _ context: some SiteContext) throws -> Response {
        try show(page, to: context.member, notice: Notice(rawValue: request.query["done"]))
    }
}

extension Response {
    /// To another page of this site, so that reloading it does not send the form again.
    static func seeOther(_ path: String, _ notice: Notice? = nil) -> Response {
        let query = notice.map { (path.contains("?") ? "&" : "?") + "done=\($0.rawValue)" } ?? ""
        return Response(status: .seeOther, headers: [.location: path + query])
    }
}

extension RequestContext {
    /// The id in the route, or 404: an id that cannot be is a page that is not there.
    func id<Subject>(_ name: String = "id") throws -> ID<Subject> {
        guard let id = parameters.get(name).flatMap(ID<Subject>.init) else { throw HTTPError(.notFound) }
        return id
    }
}
