package org.postpurchase.site.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What search engines read. The rest is in the scenarios of the demo shop. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductMarkupTest {
  /** A review must not end the script that it is quoted in. */
  @Test
  void v13_nothing_that_a_buyer_writes_ends_the_script_or_the_text() {
    String text = ProductMarkup.text("</script><script>alert(1)</script>\"\\\n\u2028&");
    assertThat(text).doesNotContain("<", ">", "&", "\n", "\u2028").startsWith("\"").endsWith("\"");
    assertThat(text).contains("\\\"", "\\\\", "\\u003c/script\\u003e");
  }
}
