"""Makes documents of many days as JSON Lines, one file a day, of which many repeat others: FOLDER DAYS SEED DOCUMENTS.

The id of a record begins with its kind. Days are drawn for each document alone, so that a copy may come before what it was made of.
"""
import datetime
import json
import os
import random
import sys

HAN = "天地人山水火木金土日月星云风雨雪电春夏秋冬东南西北中大小多少长短高低新旧开关上下左右前后内外远近快慢冷热红黄蓝白黑青绿学校老师学生图书报纸新闻故事城市乡村道路桥梁房屋车船飞机工厂商店银行医院公园市场农田森林河流海洋湖泊岛屿草原沙漠研究发现技术科学数据信息网络语言文字音乐电影照片画家作者读者记者医生工人农民朋友家庭孩子父母生活时间世界国家社会经济历史文化"
WORDS = """time year people way day man thing woman life child world school state family student group country problem hand part place case week company
system program question work government number night point home water room mother area money story fact month lot right study book eye job word business issue side kind
head house service friend father power hour game line end member law car city community name president team minute idea body information back parent face others level
office door health person art war history party result change morning reason research girl guy moment air teacher force education foot boy age policy music market sense
nation plan college interest death experience effect use class control field development role effort rate heart drug show leader light voice wife police mind price report
decision son view relationship town road arm difference value building action season society tax director position player record paper space ground form event matter center
couple site project activity star table need court oil situation cost industry figure street image phone data picture practice piece land product doctor wall patient worker
news test movie north love support technology river mountain bridge garden window summer winter letter engine signal forest island planet camera kitchen village harbor""".split()


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0

    def sentence(self, chinese):
        if chinese:
            return "".join(self.random.choice(HAN) for _ in range(self.random.randint(12, 30))) + "。"
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(8, 16))).capitalize() + "."

    def story(self):
        chinese = self.random.random() < 0.5
        return {"chinese": chinese, "sentences": [self.sentence(chinese) for _ in range(self.random.randint(10, 28))], "url": None}

    def with_url(self, story):
        self.number += 1
        return dict(story, url=f"https://made.example/post/{self.number}-{self.random.randint(1, 10**6)}")

    def substituted(self, story, share):
        """Another character or word in so many places."""
        sentences = []
        for sentence in story["sentences"]:
            parts = list(sentence) if story["chinese"] else sentence.split(" ")
            for i in range(len(parts) - 1):
                if self.random.random() < share:
                    parts[i] = self.random.choice(HAN if story["chinese"] else WORDS)
            sentences.append(("" if story["chinese"] else " ").join(parts))
        return dict(story, sentences=sentences, url=None)

    def truncated(self, story):
        left = max(2, int(len(story["sentences"]) * self.random.uniform(0.25, 0.95)))
        return dict(story, sentences=story["sentences"][:left], url=None)

    def reordered(self, story):
        sentences = list(story["sentences"])
        self.random.shuffle(sentences)
        return dict(story, sentences=sentences, url=None)

    def mixed(self, story, other):
        """Half of each: near the threshold to both."""
        if story["chinese"] != other["chinese"]:
            other = {"sentences": [self.sentence(story["chinese"]) for _ in range(15)]}
        half = int(len(story["sentences"]) * self.random.uniform(0.4, 0.8))
        return dict(story, sentences=story["sentences"][:half] + other["sentences"][:half], url=None)

    def documents(self, count):
        """Pairs of kind and story."""
        made = []
        stories = []
        while len(made) < count:
            base = self.story()
            if self.random.random() < 0.4:
                base = self.with_url(base)
            stories.append(base)
            made.append(("new", base))
            kind = self.random.choice(("copy", "substituted", "truncated", "reordered", "drift", "revision", "moved", "mixed", "template", "short", "alone"))
            some = range(self.random.randint(1, 4))
            if kind == "copy":
                made += [("copy", dict(base, url=None)) for _ in some]
            elif kind == "substituted":
                made += [("substituted", self.substituted(base, self.random.uniform(0.02, 0.2))) for _ in some]
            elif kind == "truncated":
                made += [("truncated", self.truncated(base)) for _ in some]
            elif kind == "reordered":
                made += [("reordered", self.reordered(base)) for _ in some]
            elif kind == "drift":  # each near the one before, the ends far apart
                link = base
                for _ in range(self.random.randint(5, 14)):
                    link = self.substituted(link, 0.07)
                    made.append(("drift", link))
            elif kind == "revision" and base["url"]:
                made += [("revision", dict(self.story(), url=base["url"])) for _ in some]
            elif kind == "moved" and base["url"]:
                made += [("moved", dict(self.substituted(base, self.random.uniform(0, 0.3)), url=base["url"])) for _ in some]
            elif kind == "mixed":
                made += [("mixed", self.mixed(base, self.random.choice(stories))) for _ in some]
            elif kind == "template":  # one frame, other contents
                frame = [self.sentence(base["chinese"]) for _ in range(8)]
                for _ in range(4):
                    inside = [self.sentence(base["chinese"]) for _ in range(self.random.randint(4, 12))]
                    made.append(("template", dict(base, sentences=frame[:4] + inside + frame[4:], url=None)))
            elif kind == "short":
                line = self.sentence(base["chinese"])
                made += [("short", dict(base, sentences=[line], url=None)) for _ in some]
        return made[:count]


def main(folder, days, seed, count):
    maker = Maker(seed)
    first = datetime.date(2026, 1, 1)
    by_day = {first + datetime.timedelta(days=i): [] for i in range(days)}
    for number, (kind, story) in enumerate(maker.documents(count)):
        day = maker.random.choice(sorted(by_day))
        row = {"id": f"{kind}-{number}", "title": story["sentences"][0][:30], "text": "\n".join(story["sentences"]), "date": day.isoformat()}
        if story["url"]:
            row["url"] = story["url"]
        by_day[day].append(row)
    os.makedirs(folder)
    for day, rows in by_day.items():
        with open(os.path.join(folder, day.isoformat() + ".jsonl"), "w", encoding="utf-8") as f:
            for row in rows:
                f.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
