package org.postpurchase.broadleaf.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.shared.Money;

/** Orders, names and moments as nobody wishes them. */
final class Hostile {
  private Hostile() {}

  private static final String[] TEXTS = {
    "\u0000",
    "\u0007\u001b[31m",
    "\u202e",
    "\u2066",
    "\u2067\u2069\u2069",
    "\ud83d",
    "\udc00x",
    "\uFFFE",
    "\u2028\u2029",
    "\r\nBcc: eve@test",
    "<script>alert(1)</script>",
    "\" onerror=\"x",
    "' onload='x",
    "<!--",
    "-->",
    "]]>",
    "</style>",
    "$order.number",
    "#foreach($x in [1..9])",
    "${shop.url}",
    "[[label.total]]",
    "&#106;avascript:x",
    "\u05d3\u05e0\u05d4",
    "\u0645\u0631",
    "\ud83d\udc69\u200d\ud83d\udc67",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "\u00df\u017f\u0130",
    "   ",
    "\t",
    "a",
    "%00",
    "\\",
    "=?utf-8?Q?x?=",
    "\u00ad\u200b\ufeff"
  };
  private static final String[] ADDRESSES = {
    "",
    "/tea",
    "tea",
    "https://cdn.test/a.png",
    "http://cdn.test/a.png",
    "//cdn.test/a.png",
    "javascript:alert(1)",
    " JaVaScRiPt:x",
    "java\tscript:x",
    "data:text/html,x",
    "vbscript:x",
    "http://localhost/a.png",
    "https://a b.test/\u0000",
    "https:",
    "https://",
    "http:\\\\x.test",
    "https://shop.test@evil.test/",
    "ftp://x.test/a",
    "/a\"onerror=\"x",
    "/\u202egnp.a",
    "///x",
    "mailto:x@test",
    "/b\u00fccher/\u4e66.png"
  };
  private static final String[] NAMES = {
    HostileOrderMailTest.STRANGER + ".com",
    "www." + HostileOrderMailTest.STRANGER + ".test",
    "https://" + HostileOrderMailTest.STRANGER,
    HostileOrderMailTest.STRANGER + "@x.test",
    "Win 5000 at " + HostileOrderMailTest.STRANGER,
    HostileOrderMailTest.STRANGER + "\u3002com",
    HostileOrderMailTest.STRANGER + "\uff0ecom",
    HostileOrderMailTest.STRANGER + " dot com",
    "\u202emoc." + HostileOrderMailTest.STRANGER,
    HostileOrderMailTest.STRANGER.repeat(20),
    "call 0900 " + HostileOrderMailTest.STRANGER,
    "<a href=//" + HostileOrderMailTest.STRANGER + ">",
    HostileOrderMailTest.STRANGER + "/x",
    "\ud835\udc30ww." + HostileOrderMailTest.STRANGER + ".io",
    HostileOrderMailTest.STRANGER + " . com",
    "visit " + HostileOrderMailTest.STRANGER + " for your free gift today",
    HostileOrderMailTest.STRANGER + "[.]com",
    "http:\u2044\u2044" + HostileOrderMailTest.STRANGER,
    HostileOrderMailTest.STRANGER + "\u0000.com",
    "t.me/" + HostileOrderMailTest.STRANGER,
    "Ada",
    "",
    "\u05d3\u05e0\u05d4",
    "Jos\u00e9 Mar\u00eda"
  };

  static OrderSnapshot order(Random random) {
    int size = random.nextInt(10) == 0 ? 100 + random.nextInt(400) : 1 + random.nextInt(60);
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      OrderLine line =
          new OrderLine(
                  i,
                  text(random),
                  1 + random.nextInt(1000),
                  amount(random),
                  pick(random, ADDRESSES),
                  pick(random, ADDRESSES))
              .with(
                  new OrderLine.Care(random.nextInt(5) > 0, text(random), pick(random, ADDRESSES)));
      lines.add(random.nextInt(5) == 0 ? line.notShipped() : line);
    }
    OrderTotals totals =
        new OrderTotals(
            amount(random),
            amount(random),
            amount(random),
            amount(random),
            amount(random),
            amount(random));
    return order(name(random), lines, totals);
  }

  static OrderSnapshot order(String firstName, List<OrderLine> lines, OrderTotals totals) {
    return new OrderSnapshot(
        1,
        "2026010112000011",
        OrderState.SUBMITTED,
        Instant.parse("2026-01-01T12:00:00Z"),
        new OrderSnapshot.Buyer(1, "ada@shop.test", firstName, Locale.UK),
        lines,
        totals);
  }

  static MomentValues moment(Random random) {
    List<MomentValues> lots = new ArrayList<>();
    for (int i = random.nextInt(200); i >= 0; i--) {
      lots.add(
          MomentValues.none()
              .number("points", random.nextLong())
              .text("cause", text(random))
              .text("earned", text(random))
              .day("lastDay", Instant.ofEpochSecond(random.nextInt())));
    }
    Instant day = Instant.ofEpochSecond(random.nextInt());
    MomentValues values =
        MomentValues.none()
            .number("points", random.nextLong())
            .day("lastDay", day)
            .number("days", 7)
            .number("least", random.nextInt())
            .rows("lots", lots);
    for (String name :
        List.of(
            "pointsName",
            "programme",
            "worth",
            "more",
            "tier",
            "benefits",
            "missing",
            "until",
            "lower",
            "next",
            "keep",
            "unit",
            "side",
            "forFriend",
            "hasReward",
            "hasPoints",
            "rewardCode",
            "due",
            "code")) {
      values = values.text(name, text(random));
    }
    return values.text("url", "https://shop.test/account/points");
  }

  static String name(Random random) {
    return pick(random, NAMES);
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(pick(random, TEXTS));
      text.append("n".repeat(random.nextInt(8)));
    }
    boolean huge = random.nextInt(30) == 0;
    return huge ? text.toString().repeat(500) : text.toString();
  }

  private static Money amount(Random random) {
    return HostileOrderMailTest.euro(random.nextInt(4) == 0 ? 0 : random.nextInt() & 0xFFFFFFFL);
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }
}
