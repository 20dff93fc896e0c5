package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.broadleafcommerce.common.security.handler.CsrfFilter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.web.FilterChainProxy;

/**
 * Lets requests for the page through the store's filters, whatever the store has configured there.
 *
 * <p>A mail program that presses its unsubscribe button has no session, no token of the host
 * against forged requests and follows no redirect; and a mail scanner that fetches thousands of
 * links must not leave as many sessions and customers behind. The store's own exceptions stay.
 */
public final class OpenUnsubscribePath implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof CsrfFilter) {
      CsrfFilter filter = (CsrfFilter) bean;
      List<String> patterns = new ArrayList<>();
      if (filter.getExcludedRequestPatterns() != null) {
        patterns.addAll(filter.getExcludedRequestPatterns());
      }
      if (!patterns.contains(UnsubscribePath.PATTERN)) {
        patterns.add(UnsubscribePath.PATTERN);
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
        ? new PastFilters((FilterChainProxy) bean)
        : bean;
  }

  /** The store's security filters, except that the page's requests go past them. */
  private static final class PastFilters extends FilterChainProxy {
    private final FilterChainProxy filters;

    PastFilters(FilterChainProxy filters) {
      super(filters.getFilterChains());
      this.filters = filters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      if (!UnsubscribePath.isPlain((HttpServletRequest) request)) {
        filters.doFilter(request, response, chain);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        ThreadLocalManager.remove(); // as the host's own filter does, which was passed by
      }
    }
  }
}
