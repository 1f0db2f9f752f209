"""tantivy over the corpus of `bin/bench search`.

    search.py DOCUMENTS.jsonl INDEX QUERIES.jsonl

Builds the index where it is not there, says so in one line of JSON, and then, for each line it reads, runs all searches
once and writes one line a class, with the milliseconds of each search, and an empty one.

tantivy gets every advantage that is fair: one segment, one thread, postings without positions where none are needed,
queries as objects, so that no parser is timed, no documents read, and no totals but where facets are counted.
"""

import json
import pathlib
import sys
import time
from math import cos, floor, radians

import tantivy
from tantivy import Occur, Query

FIELDS = ["title", "organisation", "tags", "text"]
# Four gigabytes is the most a writing thread may use: a million adverts fit into one segment without merging.
HEAP = 4_000_000_000
TOP = 20
STEMMED = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).filter(
    tantivy.Filter.stemmer("english")).build()


def schema():
    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="en_stem", index_option="position")
    builder.add_text_field("filters", tokenizer_name="raw", index_option="basic")
    for field in ["cause", "remote", "day"]:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("worth", fast=True)
    builder.add_unsigned_field("number", fast=True)
    return builder.build()


def opened(documents, folder):
    """The index, and the seconds it took to build."""
    done = folder / "done"
    if done.exists():
        return tantivy.Index.open(str(folder)), float(done.read_text())
    folder.mkdir(exist_ok=True)
    index = tantivy.Index(schema(), path=str(folder), reuse=False)
    start = time.perf_counter()
    writer = index.writer(HEAP, 1)
    with open(documents, encoding="utf-8") as lines:
        for line in lines:
            writer.add_json(line)
    writer.commit()
    writer.wait_merging_threads()
    taken = time.perf_counter() - start
    index.reload()
    done.write_text(str(taken))
    return index, taken


class Searches:
    def __init__(self, index):
        self.index = index
        self.schema = index.schema
        self.searcher = index.searcher()

    def prepared(self, query):
        """A function without arguments that is the search, and nothing else."""
        searcher, kind, words = self.searcher, query["kind"], query["words"]
        if query["demand"] == "prefix":
            return lambda: self.completed(words)
        if kind == "no words + place":
            cells = self.near(query["around"])
            return lambda: searcher.search(cells, TOP, count=False, order_by_field="worth")
        asked = self.asked(words, query["demand"])
        if query.get("around"):
            wanted = [asked, self.near(query["around"]), self.filter("cause:" + query["cause"])]
            asked = Query.boolean_query([(Occur.Must, one) for one in wanted])
        if kind == "2 words with total and facets":
            counts = {name: {"terms": {"field": name, "size": 50}} for name in ["cause", "remote", "day"]}
            return lambda: (searcher.search(asked, TOP, count=True), searcher.aggregate(asked, counts))
        return lambda: searcher.search(asked, TOP, count=False)

    def asked(self, words, demand):
        stems = [STEMMED.analyze(word)[0] for word in words]
        if demand == "phrase":
            return Query.boolean_query(
                [(Occur.Should, Query.phrase_query(self.schema, field, stems)) for field in FIELDS])
        if demand == "any":
            # Flat, so that tantivy passes over blocks.
            return Query.boolean_query([one for stem in stems for one in self.anywhere(stem)])
        if len(stems) == 1:
            return Query.boolean_query(self.anywhere(stems[0]))
        return Query.boolean_query([(Occur.Must, Query.boolean_query(self.anywhere(stem))) for stem in stems])

    def anywhere(self, stem):
        return [(Occur.Should, Query.term_query(self.schema, field, stem, index_option="freq")) for field in FIELDS]

    def completed(self, words):
        """As Riffle does: first the words that begin so, then a search for the most frequent of them."""
        ends = {stem for field in ("title", "text")
                for stem, _ in self.searcher.terms_with_prefix(field, words[-1], limit=8)}
        last = Query.boolean_query([one for stem in sorted(ends)[:8] for one in self.anywhere(stem)])
        if len(words) > 1:
            last = Query.boolean_query([(Occur.Must, self.asked(words[:-1], "all")), (Occur.Must, last)])
        return self.searcher.search(last, TOP, count=False)

    def filter(self, term):
        return Query.const_score_query(Query.term_query(self.schema, "filters", term, index_option="basic"), 0.0)

    def near(self, around):
        """The cells of a tenth of a degree that the circle's box touches, and no distances."""
        height = around["miles"] / 69
        width = height / max(0.1, cos(radians(around["latitude"])))
        rows = range(floor((around["latitude"] - height) * 10), floor((around["latitude"] + height) * 10) + 1)
        columns = range(floor((around["longitude"] - width) * 10), floor((around["longitude"] + width) * 10) + 1)
        terms = [f"cell:{row}_{column}" for row in rows for column in columns]
        return Query.const_score_query(Query.term_set_query(self.schema, "filters", terms), 0.0)


def main():
    documents, folder, queries = (pathlib.Path(name) for name in sys.argv[1:])
    index, taken = opened(documents, folder)
    searches = Searches(index)
    size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    say({"version": tantivy.__version__, "documents": searches.searcher.num_docs,
         "segments": searches.searcher.num_segments, "building": taken, "bytes": size})
    classes = {}
    for line in queries.read_text(encoding="utf-8").splitlines():
        query = json.loads(line)
        classes.setdefault(query["kind"], []).append(searches.prepared(query))
    for _ in sys.stdin:
        for name, prepared in classes.items():
            milliseconds = []
            for search in prepared:
                start = time.perf_counter_ns()
                search()
                milliseconds.append((time.perf_counter_ns() - start) / 1e6)
            say({"class": name, "milliseconds": milliseconds})
        print(flush=True)


def say(value):
    print(json.dumps(value), flush=True)


main()
