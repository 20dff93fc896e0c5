package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.broadleafcommerce.common.security.handler.CsrfFilter;
import org.postpurchase.interest.Interests;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.review.ReviewLinks;
import org.postpurchase.site.callback.CallbackPath;
import org.postpurchase.site.click.ClickPath;
import org.postpurchase.site.content.QuestionsHandler;
import org.postpurchase.site.endpoint.Endpoints;
import org.postpurchase.site.endpoint.ForEverybody;
import org.postpurchase.site.helpdesk.HelpDeskMapping;
import org.postpurchase.site.preferences.PreferencesPath;
import org.postpurchase.site.review.ReviewPath;
import org.postpurchase.site.service.ServicePath;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.web.FilterChainProxy;

/**
 * Lets requests for the page through the store's filters, whatever the store has configured there,
 * and stands before those filters for all addresses of ours (see {@link Endpoints}).
 *
 * <p>A mail program that presses its unsubscribe button has no session, no token of the host
 * against forged requests and follows no redirect; and a mail scanner that fetches thousands of
 * links must not leave as many sessions and customers behind. The store's own exceptions stay.
 * Visitors without a session get the programme's public page without one (see {@link
 * ForEverybody}): caches may keep it, and a cached answer must not carry anybody's session.
 */
final class OpenUnsubscribePath implements BeanPostProcessor {
  /** Pages whose forms carry their own proof, or come from caches that have no token to give. */
  private static final String[] OPEN = {
    UnsubscribePath.PATTERN,
    PreferencesPath.PATTERN,
    PreferencesPath.CONFIRM,
    ReferralLinks.FRIEND + "**",
    ReferralLinks.STATUS + "**",
    ReferralLinks.ASK + "**",
    ReviewLinks.PATH + "**",
    "/post-purchase/campaign/**",
    ServicePath.SURVEY,
    ServicePath.HELP,
    CallbackPath.PATTERN,
    ClickPath.PATTERN,
    BasketLinks.PATH + "**",
    HelpDeskMapping.PATH,
    Interests.PATH + "**",
    UsageForm.PATH + "**"
  };

  private static final Pattern HARMLESS =
      Pattern.compile("(amount=[A-Za-z0-9.,%+-]{0,60}|c=[a-z]{1,12})?");

  private final Endpoints endpoints;
  private final String publicPage;

  /**
   * @param publicPage path of the programme's page
   */
  public OpenUnsubscribePath(String publicPage) {
    this.publicPage = publicPage;
    this.endpoints = new Endpoints(publicPage);
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof CsrfFilter) {
      CsrfFilter filter = (CsrfFilter) bean;
      List<String> patterns = new ArrayList<>();
      if (filter.getExcludedRequestPatterns() != null) {
        patterns.addAll(filter.getExcludedRequestPatterns());
      }
      for (String open : OPEN) {
        if (!patterns.contains(open)) {
          patterns.add(open);
        }
      }
      filter.setExcludedRequestPatterns(patterns);
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    boolean isWholeChain =
        "springSecurityFilterChain".equals(name)
            || "org.springframework.security.filterChainProxy".equals(name);
    return isWholeChain && bean instanceof FilterChainProxy
        ? new PastFilters((FilterChainProxy) bean, endpoints, publicPage)
        : bean;
  }

  /** The store's security filters, except that the page's requests go past them. */
  private static final class PastFilters extends FilterChainProxy {
    private final FilterChainProxy filters;
    private final Endpoints endpoints;
    private final String publicPage;

    PastFilters(FilterChainProxy filters, Endpoints endpoints, String publicPage) {
      super(filters.getFilterChains());
      this.filters = filters;
      this.endpoints = endpoints;
      this.publicPage = publicPage;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      HttpServletRequest asked = (HttpServletRequest) request;
      if (endpoints.answers(asked, (HttpServletResponse) response)) {
        return;
      }
      if (isForEverybody(asked)) {
        filters.doFilter(
            ForEverybody.request(asked),
            ForEverybody.response((HttpServletResponse) response),
            chain);
        return;
      }
      boolean plain =
          UnsubscribePath.isPlain(asked)
              || QuestionsHandler.isPage(asked)
              || PreferencesPath.isPlain(asked)
              || ReviewPath.isPlain(asked)
              || ServicePath.isPlain(asked)
              || CallbackPath.isPlain(asked)
              || ClickPath.isPlain(asked)
              || HelpDeskMapping.isPlain(asked);
      if (!plain) {
        filters.doFilter(request, response, chain);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        ThreadLocalManager.remove(); // as the host's own filter does, which was passed by
      }
    }

    /** Nobody's session, and no wish for another language or currency, which the filters read. */
    private boolean isForEverybody(HttpServletRequest request) {
      String query = request.getQueryString();
      String path = request.getRequestURI().substring(request.getContextPath().length());
      boolean friend = path.startsWith(ReferralLinks.FRIEND) && !"POST".equals(request.getMethod());
      return (friend || path.equals(publicPage))
          && request.getCookies() == null
          && request.getRequestedSessionId() == null
          && HARMLESS.matcher(query == null ? "" : query).matches();
    }
  }
}
