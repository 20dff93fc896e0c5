package org.postpurchase.site.referral;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.referral.DecideReferral;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.tracking.LinkRefusedException;
import org.springframework.web.HttpRequestHandler;

/**
 * An advocate's own page behind a signed link, the printed card, and the advocate's wish for
 * another look. The link is judged before anything of a form is read.
 */
public final class StatusHandler implements HttpRequestHandler {
  private static final String CARD = "/card";
  private static final int WORDS_MAX = 500;

  private final ShowReferrals show;
  private final DecideReferral decide;
  private final ReferralLinks links;
  private final ReferralWords words;
  private final ReferralPages pages;
  private final ShowAsk ask;

  public StatusHandler(
      ShowReferrals show,
      DecideReferral decide,
      ReferralLinks links,
      ReferralWords words,
      ReferralPages pages,
      ShowAsk ask) {
    this.show = show;
    this.decide = decide;
    this.links = links;
    this.words = words;
    this.pages = pages;
    this.ask = ask;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String rest = path.substring(Math.min(path.length(), ReferralLinks.STATUS.length()));
    boolean card = rest.endsWith(CARD);
    String token = card ? rest.substring(0, rest.length() - CARD.length()) : rest;
    Optional<ShowReferrals.Status> status = status(token);
    if (!status.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Locale locale = pages.locale(request);
    if ("POST".equals(request.getMethod())) {
      appeal(status.get(), request);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + "?asked");
      return;
    }
    if (card) {
      CardPage page = new CardPage(words, locale, status.get(), links);
      pages.write("post-purchase/referralCard", page, 200, request, response);
      return;
    }
    AskView own = ask.view(status.get().programme, status.get().advocate, "", locale);
    StatusPage page =
        new StatusPage(
            words,
            locale,
            status.get(),
            own,
            request.getContextPath() + ReferralLinks.STATUS + token,
            "asked".equals(request.getQueryString()));
    pages.write("post-purchase/referralStatus", page, 200, request, response);
  }

  private Optional<ShowReferrals.Status> status(String token) {
    try {
      return show.status(links.read(token));
    } catch (LinkRefusedException refused) {
      return Optional.empty();
    }
  }

  private void appeal(ShowReferrals.Status status, HttpServletRequest request) {
    String id = String.valueOf(request.getParameter("referral"));
    String said = request.getParameter("words") == null ? "" : request.getParameter("words").trim();
    if (id.matches("\\d{1,18}")) {
      decide.appeal(
          Long.parseLong(id),
          status.advocate.id,
          said.length() > WORDS_MAX ? said.substring(0, WORDS_MAX) : said);
    }
  }
}
