package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** E10: the link of a reminder opens no account and no cart, and cannot be made by a stranger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BasketLinksTest {
  private final SettableClock clock = new SettableClock();
  private final LinkSigner signer = new LinkSigner(new byte[32], clock);
  private final BasketLinks links = new BasketLinks(() -> SeriesNode.SHOP, () -> signer);

  @Test
  void a_link_holds_goods_and_says_nothing_to_who_reads_it() {
    Map<Long, Integer> goods = new LinkedHashMap<>();
    goods.put(7L, 2);
    goods.put(-5L, 1);
    String url = links.of(goods);
    assertThat(url).startsWith("https://shop.example/post-purchase/basket/").doesNotContain(":2");
    assertThat(links.read(token(url))).isEqualTo(goods);
  }

  @Test
  void a_changed_character_anywhere_makes_it_worthless() {
    String token = token(links.of(Map.of(7L, 2)));
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThatThrownBy(() -> links.read(changed)).isInstanceOf(LinkRefusedException.class);
    }
  }

  @Test
  void a_link_for_something_else_is_none_for_a_basket_and_the_other_way_round() {
    assertThatThrownBy(() -> links.read(signer.seal(LinkPurpose.UNSUBSCRIBE, "7:2")))
        .isInstanceOf(LinkRefusedException.class);
    String token = token(links.of(Map.of(7L, 2)));
    assertThatThrownBy(() -> signer.open(LinkPurpose.UNSUBSCRIBE, token))
        .isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void it_ends_after_sixty_days() {
    String token = token(links.of(Map.of(7L, 2)));
    clock.advance(Duration.ofDays(59));
    assertThat(links.read(token)).hasSize(1);
    clock.advance(Duration.ofDays(2));
    assertThatThrownBy(() -> links.read(token)).isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void a_huge_order_makes_a_link_that_mail_programs_take() {
    Map<Long, Integer> goods = new LinkedHashMap<>();
    for (long id = 1; id <= 500; id++) {
      goods.put(Long.MAX_VALUE - id, 100_000);
    }
    String url = links.of(goods);
    assertThat(url.length()).isLessThan(2000);
    assertThat(links.read(token(url))).hasSize(30).containsValue(999);
  }

  private static String token(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
