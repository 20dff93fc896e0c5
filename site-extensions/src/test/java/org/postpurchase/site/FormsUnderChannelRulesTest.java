package org.postpurchase.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.site.redeem.RedeemActions;
import org.springframework.util.AntPathMatcher;

/**
 * A store's rules send some paths to https and all others to http; a form that is sent over the
 * other one arrives as GET and has lost what it wanted. Under the rules of the host's official demo
 * shop, each form of ours stays with the page that it is on.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormsUnderChannelRulesTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/webTemplates/post-purchase");
  private static final Pattern ACTION =
      Pattern.compile("method=\"post\" th:action=\"@\\{([^\"]+)\\}\"");

  /** In their order; the first that matches decides. */
  private static final Map<String, String> OFFICIAL = new LinkedHashMap<>();

  static {
    OFFICIAL.put("/account/wishlist/**", "any");
    OFFICIAL.put("/account/**", "https");
    OFFICIAL.put("/checkout/**", "https");
    OFFICIAL.put("/login*/**", "https");
    OFFICIAL.put("/register*/**", "https");
    OFFICIAL.put("/cart/**", "any");
    OFFICIAL.put("/**", "http");
  }

  /** Pages that the include is for, by the README. */
  private static List<String> pagesOf(String template) {
    switch (template) {
      case "payWithPoints.html":
      case "codes.html":
        return List.of("/cart", "/checkout", "/checkout/review");
      default:
        return List.of("/account/points");
    }
  }

  @Test
  void each_form_is_sent_the_way_that_its_page_came() throws IOException {
    List<String> checked = new ArrayList<>();
    try (Stream<Path> templates = Files.list(TEMPLATES)) {
      for (Path template : templates.toList()) {
        if (template.endsWith("unsubscribe.html")) {
          continue; // goes past the store's filters
        }
        Matcher form = ACTION.matcher(Files.readString(template));
        while (form.find()) {
          for (String page : pagesOf(template.getFileName().toString())) {
            String action = form.group(1).startsWith("$") ? RedeemActions.on(page) : form.group(1);
            assertThat(channel(action))
                .as("%s on %s in %s", action, page, template.getFileName())
                .isIn(channel(page), "any");
            checked.add(action);
          }
        }
      }
    }
    assertThat(checked)
        .contains(
            "/account/post-purchase/points/claim",
            "/account/post-purchase/points/join",
            "/account/post-purchase/points/event",
            "/account/post-purchase/rewards",
            "/checkout/post-purchase/points",
            "/cart/post-purchase/points");
  }

  private static String channel(String path) {
    AntPathMatcher matcher = new AntPathMatcher();
    return OFFICIAL.entrySet().stream()
        .filter(rule -> matcher.match(rule.getKey(), path))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
