import Testing

@testable import TextSearch

@Suite struct Porter2Tests {
    @Test("Stems are those of Snowball's own English stemmer")
    func reference() {
        for pair in Self.reference.split(separator: ",") {
            let words = pair.split(whereSeparator: \.isWhitespace).map(String.init)
            #expect(Porter2.stem(words[0]) == words[1], "\(words[0])")
        }
    }

    @Test("Families that a shorter stem would run together stay apart")
    func apart() {
        for (one, other) in [
            ("general", "generous"), ("university", "universe"), ("organ", "organise"), ("past", "paste"),
            ("community", "communist"), ("internal", "interest"),
        ] { #expect(Porter2.stem(one) != Porter2.stem(other), "\(one), \(other)") }
    }

    @Test(
        "Short, foreign, odd and empty words never stop it",
        arguments: ["", "a", "is", "'", "''", "'s", "'s'", "yyy", "żółw", "日本", "2026", "ing", "eed", "sses", "ied"])
    func odd(word: String) { #expect(Porter2.stem(word).utf8.count <= word.utf8.count) }

    @Test("Every ending alone and behind every letter gives a stem")
    func endings() {
        let endings = [
            "s", "ied", "eedly", "ing", "ingly", "ational", "li", "ogi", "ative", "ement", "ion", "e", "ll", "y",
        ]
        for ending in endings {
            for letter in "abcdefghijklmnopqrstuvwxyz" {
                #expect(!Porter2.stem("\(letter)\(ending)").isEmpty)
                #expect(!Porter2.stem("\(letter)\(letter)\(ending)").isEmpty)
            }
        }
    }

    /// Words chosen to meet every rule, with the stems that PyStemmer (Snowball's reference implementation) gives.
    private static let reference = """
        volunteer volunt, volunteers volunt, volunteering volunt, volunteered volunt, voluntary voluntari,
        gardener garden, gardening garden, gardens garden, befriending befriend, befriender befriend,
        befriended befriend, charity chariti, charities chariti, charitable charit, refugee refuge,
        refugees refuge, homeless homeless, homelessness homeless, housing hous, elderly elder, older older,
        oldest oldest, teacher teacher, teaching teach, teaches teach, reading read, reader reader, readers reader,
        driver driver, driving drive, drives drive, hospital hospit, hospitals hospit, hospice hospic,
        conservation conserv, conserve conserv, conserved conserv, mental mental, mentally mental, mentor mentor,
        mentoring mentor, mentors mentor, nature natur, natural natur, naturally natur, national nation,
        nation nation, nations nation, happily happili, happiness happi, relational relat, relation relat,
        conditional condit, rational ration, valency valenc, hesitancy hesit, radically radic, differently differ,
        vilely vile, analogously analog, analogous analog, vietnamization vietnam, predication predic,
        operator oper, feudalism feudal, decisiveness decis, hopefulness hope, callousness callous,
        formality formal, sensitivity sensit, sensibility sensibl, triplicate triplic, formative format,
        formalize formal, electricity electr, electrical electr, hopeful hope, goodness good, revival reviv,
        allowance allow, inference infer, airliner airlin, gyroscopic gyroscop, adjustable adjust,
        defensible defens, irritant irrit, replacement replac, adjustment adjust, dependent depend, adoption adopt,
        communism communism, activate activ, angularity angular, homologous homolog, effective effect,
        bowdlerize bowdler, probate probat, rate rate, cease ceas, controlling control, rolling roll, hoping hope,
        hopping hop, hopped hop, hoped hope, falling fall, hissing hiss, fizzed fizz, failing fail, filing file,
        agreed agre, feed feed, plastered plaster, motoring motor, sing sing, conflated conflat, troubled troubl,
        sized size, tanned tan, caresses caress, ponies poni, ties tie, cats cat, gas gas, this this, gaps gap,
        kiwis kiwi, bus bus, class class, happy happi, sky sky, say say, cry cri, by by, toy toy, flies fli,
        dies die, lying lie, dying die, tying tie, vying vie, flying fli, succeed succeed, proceed proceed,
        exceed exceed, succeeding succeed, skis ski, skies sky, idly idl, gently gentl, ugly ugli, early earli,
        only onli, singly singl, news news, howe howe, atlas atlas, cosmos cosmos, bias bias, andes andes,
        inning inning, inns inn, outing outing, canning canning, herring herring, earring earring, evening evening,
        evenings evening, generate generat, generic generic, general general, generously generous,
        communication communic, community communiti, communal communal, arsenal arsenal, arsenic arsenic,
        university universiti, universe univers, universal universal, later later, lateral lateral,
        emergency emergenc, emerge emerg, organ organ, organise organis, organic organic, internal internal,
        international internat, intern intern, paste paste, pasted paste, pasting paste, past past, added add,
        egged egg, offs off, ebbing ebb, eggs egg, youth youth, yellow yellow, boyish boyish, enjoyment enjoy,
        enjoying enjoy, employer employ, employability employ, training train, trained train, trainer trainer,
        skills skill, skilful skil, skilfully skil, biology biolog, biologist biolog, geologist geolog,
        apologies apolog, fully fulli, gracefully grace, restlessly restless, fearlessly fearless, knightly knight,
        abruptly abrupt, possible possibl, ably abli, accessibility access, accessible access,
        responsibilities respons, responsible respons, organisations organis, organising organis,
        organised organis, wellbeing wellb, wildlife wildlif, safeguarding safeguard
        """
}
