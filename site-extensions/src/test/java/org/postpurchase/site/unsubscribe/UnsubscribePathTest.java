package org.postpurchase.site.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsubscribePathTest {
  private static final String TOKEN = "u.1z.uqkxeu.4PHran64NtudAk_2B_6U-Q";

  @Test
  void a_link_as_sent_is_plain_in_any_context() {
    assertThat(UnsubscribePath.isPlain(request("", "/post-purchase/unsubscribe/" + TOKEN)))
        .isTrue();
    assertThat(UnsubscribePath.isPlain(request("/shop", "/shop/post-purchase/unsubscribe/u.1")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account",
        "/post-purchase/unsubscribe/",
        "/post-purchase/unsubscribe/u.1/account",
        "/post-purchase/unsubscribe/u.1/..",
        "/post-purchase/unsubscribe/u.1./../../account",
        "/post-purchase/unsubscribe/u.1/%2e%2e",
        "/post-purchase/unsubscribe/u.1%2f..%2faccount",
        "/post-purchase/unsubscribe/u.1%5c..",
        "/post-purchase/unsubscribe/u.1%252e",
        "/post-purchase/unsubscribe/..;/..;/account",
        "/post-purchase/unsubscribe/%2e%2e/account",
        "/post-purchase/unsubscribe/u.1;jsessionid=1",
        "/account/..;/post-purchase/unsubscribe/u.1",
        "//post-purchase/unsubscribe/u.1",
      })
  void anything_that_could_mean_something_else_keeps_the_stores_filters(String uri) {
    assertThat(UnsubscribePath.isPlain(request("", uri))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".", ")", "/", "=", "%2e", "%2E", ">", ",", ").", "\"", "%22", "%3e", "%29", "!", "...",
        "]", "'", "%0d%0a", ":", "./"
      })
  void what_is_left_behind_a_link_changes_neither_the_token_nor_the_way_past_sessions(String rest) {
    HttpServletRequest request = request("", "/post-purchase/unsubscribe/" + TOKEN + rest);

    assertThat(UnsubscribePath.isPlain(request)).isTrue();
    assertThat(UnsubscribePath.token(request)).isEqualTo(TOKEN);
  }

  @Test
  void dots_of_the_token_may_come_escaped() {
    HttpServletRequest request =
        request("", "/post-purchase/unsubscribe/" + TOKEN.replace(".", "%2e"));

    assertThat(UnsubscribePath.isPlain(request)).isTrue();
    assertThat(UnsubscribePath.token(request)).isEqualTo(TOKEN);
  }

  @Test
  void the_token_is_what_follows_the_path() {
    assertThat(UnsubscribePath.token(request("", "/post-purchase/unsubscribe/" + TOKEN)))
        .isEqualTo(TOKEN);
    assertThat(UnsubscribePath.token(request("", "/post-purchase/unsubscribe/u.1;jsessionid=2")))
        .isEqualTo("u.1");
    assertThat(UnsubscribePath.token(request("", "/elsewhere"))).isEmpty();
  }

  static HttpServletRequest request(String context, String uri) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContextPath()).thenReturn(context);
    when(request.getRequestURI()).thenReturn(uri);
    return request;
  }
}
