package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Mail scanners and programs that look ahead open every link of every mail before its reader does.
 * The person's page in the admin shows everything that is known to have happened to a person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PrefetchScenarios {
  private static final Pattern OURS = Pattern.compile("/post-purchase/([a-z-]+)/");

  private final URI shop;
  private final Merchant merchant;

  PrefetchScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
  }

  @Test
  void opening_every_link_of_every_mail_changes_nothing() {
    new ShopDriver(shop).waitsForTheMorning();
    Buyer buyer = new Buyer(shop, "prefetched");
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P21D");
    Set<String> links = new LinkedHashSet<>();
    buyer.mails().forEach(mail -> links.addAll(mail.links()));
    String before = everythingKnown(buyer);
    assertThat(before).contains(number);

    Set<String> kinds = new TreeSet<>();
    ShopDriver scanner = new ShopDriver(shop);
    for (String link : links) {
      String path = link.replace("&amp;", "&").replaceFirst("https?://[^/]+", "");
      path = path.replaceFirst("#.*", "");
      if (!path.startsWith("/")) {
        continue;
      }
      Matcher kind = OURS.matcher(path);
      if (kind.find()) {
        kinds.add(kind.group(1));
        for (String more : new String[] {"", path.contains("?") ? "&stop=1" : "?do=stop&n0=1"}) {
          assertThat(scanner.head(path + more).statusCode()).as("HEAD " + path).isLessThan(500);
          assertThat(scanner.get(path + more).statusCode()).as("GET " + path).isLessThan(500);
        }
      } else {
        scanner.get(path);
      }
    }
    assertThat(kinds)
        .as("kinds of links in " + buyer.subjects())
        .contains("unsubscribe", "preferences", "review");
    assertThat(everythingKnown(buyer)).isEqualTo(before);
  }

  /** The person's page without what differs at each look. */
  private String everythingKnown(Buyer buyer) {
    String page = merchant.get("/admin/post-purchase-people/guest?mailbox=" + buyer.address).body();
    int from = page.indexOf("class=\"pp\"");
    assertThat(from).as(page).isPositive();
    return page.substring(from)
        .replaceAll("name=\"csrfToken\" value=\"[^\"]*\"", "")
        .replaceAll("stateVersionToken\" value=\"[^\"]*\"", "");
  }
}
