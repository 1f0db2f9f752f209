import Foundation
import Hummingbird
import HummingbirdCore
package import Logging
package import ServiceLifecycle

extension Site {
    /// The HTTP front over all rooms.
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - onRunning: told the port once the front answers.
    package func front(
        host: String, port: Int, logger: Logger, onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> any Service {
        let application = Application(
            router: router(),
            // Slow headers end after a minute; the body of a form has a limit of its own.
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "riffle",
                // Beyond these, connections wait in the system's queue: memory stays bounded.
                availableConnectionsDelegate: MaximumAvailableConnections(2_000)),
            onServerRunning: { channel in
                let real = channel.localAddress?.port ?? port
                place.settle(port: real)
                await onRunning(real)
            },
            logger: logger)
        return Listening(front: application, host: host, port: port)
    }

    /// Every route, for the table of who may do what.
    package var routes: [String] { router().routes.map { "\($0.method) \($0.path)" } }

    func router() -> Router<FrontContext> {
        let router = Router(context: FrontContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isSecure: cookie.isSecure))
        addAskSurface(to: router)
        addFiles(to: router)
        router.add(middleware: RequestLog(world: world))
        router.add(middleware: ErrorPages(site: self, isSilent: false))
        router.add(middleware: CrossSiteCheck())
        addHealth(to: router)
        router.add(middleware: Sessions(site: self))
        // Once more, where it is known who is looking, so that a signed-in visitor's error page says so.
        router.add(middleware: ErrorPages(site: self, isSilent: false))
        addPagesForAnyone(to: router.group())
        addPagesForMembers(to: router.group(context: MemberContext.self))
        addPagesForExperts(to: router.group(context: ExpertContext.self))
        addPagesForModerators(to: router.group(context: ModeratorContext.self))
        addPagesForAdministrators(to: router.group(context: AdministratorContext.self))
        return router
    }

    /// Stands before the log and the sessions, so that neither can see who asks.
    private func addAskSurface(to router: Router<FrontContext>) {
        let asking = router.group()
            .add(middleware: ErrorPages(site: self, isSilent: true))
            .add(middleware: CrossSiteCheck())
            .group(context: AskContext.self)
        AskQuestion(site: self).addRoutes(to: asking)
        OpenReceipt(site: self).addRoutes(to: asking)
        PublishKey(site: self).addRoutes(to: asking)
        LeaveSite(site: self).addRoutes(to: asking)
    }

    private func addFiles(to router: Router<FrontContext>) {
        let files = FileMiddleware<FrontContext, LocalFileSystem>(
            publicFolder.path, cacheControl: .init([(MediaType(type: .any), [.public, .maxAge(300)])]),
            logger: Logger(label: "files") { _ in SwiftLogNoOpLogHandler() })
        for (folder, path) in [("css", "**"), ("js", "**"), ("images", "**"), ("api", "openapi.json")] {
            router.group(RouterPath(folder))
                .add(middleware: ErrorPages(site: self, isSilent: false))
                .add(middleware: files)
                .get(RouterPath(path)) { _, _ -> Response in throw HTTPError(.notFound) }
        }
    }

    private func addPagesForAnyone(to routes: RouterGroup<FrontContext>) {
        HomePage.addRoutes(to: routes, site: self)
        About(site: self).addRoutes(to: routes)
        SignIn(site: self).addRoutes(to: routes)
        AskToJoin(site: self).addRoutes(to: routes)
        Join(site: self).addRoutes(to: routes)
        ForgottenPassword(site: self).addRoutes(to: routes)
        ConfirmAddress(site: self).addRoutes(to: routes)
        BrowseQuestions(site: self).addRoutes(to: routes)
        ReadQuestion(site: self).addRoutes(to: routes)
        QuestionFeed(site: self).addRoutes(to: routes)
        QuestionIndex(site: self).addRoutes(to: routes)
        Sitemap(site: self).addRoutes(to: routes)
        MeetExperts(site: self).addRoutes(to: routes)
        SearchOpportunities(site: self).addRoutes(to: routes)
        SuggestOpportunities(site: self).addRoutes(to: routes)
        ReadOpportunity(site: self).addRoutes(to: routes)
        OpportunityCalendar(site: self).addRoutes(to: routes)
        OpportunityAPI(site: self).addRoutes(to: routes)
        SeeReflection(site: self).addLinks(to: routes)
        OpenEvidence(site: self).addLinks(to: routes)
        PassOn(site: self).addRoutes(to: routes)
    }

    private func addPagesForMembers(to routes: RouterGroup<MemberContext>) {
        Account(site: self).addRoutes(to: routes)
        ChangeAddress(site: self).addRoutes(to: routes)
        DrawTokens(site: self).addRoutes(to: routes)
        KeepSpace(site: self).addRoutes(to: routes)
        WriteReflection(site: self).addRoutes(to: routes)
        KeepUnsaved(site: self).addRoutes(to: routes)
        ShareReflection(site: self).addRoutes(to: routes)
        SeeReflection(site: self).addRoutes(to: routes)
        AddLaterNote(site: self).addRoutes(to: routes)
        KeepGoals(site: self).addRoutes(to: routes)
        TakeInStatement(site: self).addRoutes(to: routes)
        KeepActivities(site: self).addRoutes(to: routes)
        CarrySpace(site: self).addRoutes(to: routes)
        TakeSpaceIn(site: self).addRoutes(to: routes)
        KeepEvidence(site: self).addRoutes(to: routes)
        OpenEvidence(site: self).addRoutes(to: routes)
        BrowseShared(site: self).addRoutes(to: routes)
        SeeNews(site: self).addRoutes(to: routes)
        KeepGroups(site: self).addRoutes(to: routes)
        ReadReflection(site: self).addRoutes(to: routes)
        CommentOnReflection(site: self).addRoutes(to: routes)
        EditComment(site: self).addRoutes(to: routes)
        MutePeople(site: self).addRoutes(to: routes)
        ReflectOnOpportunity(site: self).addRoutes(to: routes)
        KeepShortlist(site: self).addRoutes(to: routes)
        ReadSaved(site: self).addRoutes(to: routes)
        ReflectOnDeed(site: self).addRoutes(to: routes)
        SaveSearch(site: self).addRoutes(to: routes)
        ReportPublished(site: self).addRoutes(to: routes)
        ReportComment(site: self).addRoutes(to: routes)
    }

    private func addPagesForExperts(to routes: RouterGroup<ExpertContext>) {
        AnswerQuestions(site: self).addRoutes(to: routes)
        AnswerQuestions(site: self).addDrafts(to: routes)
        SetAvailability(site: self).addRoutes(to: routes)
        ProposeCorrection(site: self).addRoutes(to: routes)
    }

    private func addPagesForModerators(to routes: RouterGroup<ModeratorContext>) {
        WorkQueue(site: self).addRoutes(to: routes)
        ReviewQuestion(site: self).addRoutes(to: routes)
        ReviewQuestion(site: self).addFurtherAnswers(to: routes)
        CorrectPublished(site: self).addRoutes(to: routes)
        TendQuestion(site: self).addRoutes(to: routes)
        DecisionHistory(site: self).addRoutes(to: routes)
        DecideReports(site: self).addRoutes(to: routes)
        ShowDashboard(site: self).addRoutes(to: routes)
        ExpertsAtWork(site: self).addRoutes(to: routes)
    }

    private func addPagesForAdministrators(to routes: RouterGroup<AdministratorContext>) {
        AdministerMembers(site: self).addRoutes(to: routes)
        AdministerTopics(site: self).addRoutes(to: routes)
        AdministerReasons(site: self).addRoutes(to: routes)
        AdministerTopicWords(site: self).addRoutes(to: routes)
        AdministerRouting(site: self).addRoutes(to: routes)
        AdministerSettings(site: self).addRoutes(to: routes)
        AdministerSources(site: self).addRoutes(to: routes)
        AdministerCards(site: self).addRoutes(to: routes)
        ShowMail(site: self).addRoutes(to: routes)
    }
}
