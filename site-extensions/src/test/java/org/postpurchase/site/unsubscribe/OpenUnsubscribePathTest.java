package org.postpurchase.site.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.security.handler.CsrfFilter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.FilterChainProxy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenUnsubscribePathTest {
  private static final String FRIEND = "/post-purchase/friend/**";
  private static final String REFERRALS = "/post-purchase/referrals/**";
  private static final String REVIEWS = "/post-purchase/review/**";
  private static final String CAMPAIGNS = "/post-purchase/campaign/**";
  private static final String PATTERN = "/post-purchase/unsubscribe/**";
  private final OpenUnsubscribePath opening = new OpenUnsubscribePath("/rewards");

  @Test
  void the_stores_own_exceptions_stay() {
    CsrfFilter filter = new CsrfFilter();
    List<String> own = Arrays.asList("/payments/**", "/clock");
    filter.setExcludedRequestPatterns(own);

    opening.postProcessBeforeInitialization(filter, "blCsrfFilter");
    opening.postProcessBeforeInitialization(filter, "blCsrfFilter");

    assertThat(filter.getExcludedRequestPatterns())
        .startsWith("/payments/**", "/clock")
        .contains(PATTERN, FRIEND, REFERRALS, REVIEWS, CAMPAIGNS)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_store_without_exceptions_gets_one() {
    CsrfFilter filter = new CsrfFilter();

    opening.postProcessBeforeInitialization(filter, "blCsrfFilter");

    assertThat(filter.getExcludedRequestPatterns())
        .contains(PATTERN, FRIEND, REFERRALS, REVIEWS, CAMPAIGNS)
        .allMatch(pattern -> pattern.startsWith("/post-purchase/"));
  }

  @Test
  void the_form_for_reviews_and_its_photos_go_past_the_filters_and_nothing_beside_them()
      throws Exception {
    List<String> seen = new ArrayList<>();
    Filter opened =
        (Filter)
            opening.postProcessAfterInitialization(
                new Recording(seen), "org.springframework.security.filterChainProxy");
    FilterChain shop = (request, response) -> seen.add("shop");
    String photo = "/post-purchase/review-photo/" + "a".repeat(64);
    for (String path :
        Arrays.asList(
            "/post-purchase/review/r.1.2.x",
            photo + "-small.jpg",
            "/post-purchase/review/r.1.2.x/../../account",
            "/post-purchase/review/a;b",
            photo + "-huge.jpg")) {
      opened.doFilter(UnsubscribePathTest.request("", path), mock(HttpServletResponse.class), shop);
    }
    assertThat(seen).containsExactly("shop", "shop", "filters", "filters", "filters");
  }

  @Test
  void only_the_page_goes_past_the_filters() throws Exception {
    List<String> seen = new ArrayList<>();
    FilterChainProxy filters = new Recording(seen);
    Filter opened =
        (Filter)
            opening.postProcessAfterInitialization(
                filters, "org.springframework.security.filterChainProxy");
    FilterChain shop = (request, response) -> seen.add("shop");

    opened.doFilter(
        UnsubscribePathTest.request("", "/post-purchase/unsubscribe/u.1.2.x"),
        mock(HttpServletResponse.class),
        shop);
    assertThat(seen).containsExactly("shop");

    opened.doFilter(
        UnsubscribePathTest.request("", "/account"), mock(HttpServletResponse.class), shop);
    assertThat(seen).containsExactly("shop", "filters");
  }

  @Test
  void the_public_page_begins_no_session_and_sets_no_cookie_for_visitors_without_one()
      throws Exception {
    Recording filters = new Recording(new ArrayList<>());
    Filter opened =
        (Filter) opening.postProcessAfterInitialization(filters, "springSecurityFilterChain");
    HttpServletRequest visitor = UnsubscribePathTest.request("", "/rewards");
    HttpServletResponse answer = mock(HttpServletResponse.class);
    opened.doFilter(visitor, answer, (request, response) -> {});

    HttpServletRequest seen = (HttpServletRequest) filters.request;
    seen.getSession().setAttribute("customer", 1);
    assertThat(seen.getSession(false).getAttribute("customer")).isEqualTo(1);
    verify(visitor, never()).getSession();
    verify(visitor, never()).getSession(anyBoolean());
    ((HttpServletResponse) filters.response).addCookie(new Cookie("a", "b"));
    ((HttpServletResponse) filters.response).addHeader("set-cookie", "a=b");
    verify(answer, never()).addCookie(any());
    verify(answer, never()).addHeader(any(), any());
  }

  @Test
  void whoever_has_a_session_or_asks_for_another_language_keeps_it() throws Exception {
    HttpServletRequest known = UnsubscribePathTest.request("", "/rewards");
    when(known.getRequestedSessionId()).thenReturn("4711");
    HttpServletRequest german = UnsubscribePathTest.request("", "/rewards");
    when(german.getQueryString()).thenReturn("blLocaleCode=de");
    for (HttpServletRequest each : List.of(known, german)) {
      Recording filters = new Recording(new ArrayList<>());
      ((Filter) opening.postProcessAfterInitialization(filters, "springSecurityFilterChain"))
          .doFilter(each, mock(HttpServletResponse.class), (request, response) -> {});
      assertThat(filters.request).isSameAs(each);
    }
  }

  @Test
  void other_beans_are_left_alone() {
    FilterChainProxy inner = new FilterChainProxy();
    Object other = new Object();

    assertThat(opening.postProcessAfterInitialization(inner, "blPreSecurityFilterChain"))
        .isSameAs(inner);
    assertThat(opening.postProcessAfterInitialization(other, "springSecurityFilterChain"))
        .isSameAs(other);
  }

  /** The store's filters, which let nothing through. */
  private static final class Recording extends FilterChainProxy {
    private final List<String> seen;
    private ServletRequest request;
    private ServletResponse response;

    Recording(List<String> seen) {
      super(new ArrayList<>());
      this.seen = seen;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
      seen.add("filters");
      this.request = request;
      this.response = response;
    }
  }
}
