package org.postpurchase.demo.site;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * Gives each page its title from the messages, by the name of its view: {@code title.cart.cart}.
 *
 * <p>A page that set {@code pageTitle} itself keeps it; a page without a message gets none and
 * shows the shop's name.
 */
class PageTitles extends HandlerInterceptorAdapter {
  private static final String TITLE = "pageTitle";

  @Autowired private ApplicationContext messages;

  @Override
  public void postHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
    if (page == null || page.getViewName() == null || page.getViewName().contains(":")) {
      return;
    }
    if (!page.getModel().containsKey(TITLE)) {
      Locale locale = LocaleContextHolder.getLocale();
      String title =
          messages.getMessage("title." + page.getViewName().replace('/', '.'), null, "", locale);
      page.addObject(TITLE, title);
    }
  }
}
