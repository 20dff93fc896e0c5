package org.postpurchase.site.referral;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.referral.DecideReferral;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.referral.invite.SendInvitations;
import org.postpurchase.tracking.LinkRefusedException;
import org.springframework.web.HttpRequestHandler;

/**
 * An advocate's own page behind a signed link, the printed card, the advocate's wish for another
 * look, and addresses to be invited. The link is judged before anything of a form is read.
 */
final class StatusHandler implements HttpRequestHandler {
  private static final String CARD = "/card";
  private static final String PDF = "/card.pdf";
  private static final String INVITE = "/invite";
  private static final int WORDS_MAX = 500;
  private static final int ADDRESS_MAX = 400;

  private final ShowReferrals show;
  private final DecideReferral decide;
  private final ReferralLinks links;
  private final ReferralWords words;
  private final ReferralPages pages;
  private final ShowAsk ask;
  private SendInvitations invitations;

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

  public void setInvitations(SendInvitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String rest = path.substring(Math.min(path.length(), ReferralLinks.STATUS.length()));
    int slash = rest.indexOf('/');
    String token = slash < 0 ? rest : rest.substring(0, slash);
    String part = slash < 0 ? "" : rest.substring(slash);
    Optional<ShowReferrals.Status> status = status(token);
    if (!status.isPresent() || !Arrays.asList("", CARD, PDF, INVITE).contains(part)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Locale locale = pages.locale(request);
    String own = request.getContextPath() + ReferralLinks.STATUS + token;
    if ("POST".equals(request.getMethod())) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", own + change(status.get(), part, locale, request));
      return;
    }
    if (part.equals(CARD) || part.equals(PDF)) {
      CardPage page = CardPage.ofFriend(words, locale, status.get(), links, CardPage.PRINT);
      if (part.equals(PDF)) {
        pages.writePdf(page, request, response);
      } else {
        pages.write("post-purchase/referralCard", page, 200, request, response);
      }
      return;
    }
    AskView view = ask.view(status.get().programme, status.get().advocate, "", locale);
    String told = request.getQueryString() == null ? "" : request.getQueryString();
    SendInvitations.Offer offer = invitations.offer(status.get().advocate.id);
    StatusPage page =
        new StatusPage(words, locale, status.get(), view, own, new StatusPage.Told(told, offer));
    pages.write("post-purchase/referralStatus", page, 200, request, response);
  }

  /** Returns what the page tells afterwards. */
  private String change(
      ShowReferrals.Status status, String part, Locale locale, HttpServletRequest request) {
    if (!part.equals(INVITE)) {
      appeal(status, request);
      return "?asked";
    }
    List<String> typed = addresses(request.getParameterValues("address"));
    if (request.getParameter("known") == null || typed.isEmpty()) {
      return "?incomplete#invite";
    }
    // what became of each address is not told: that would tell who is a customer
    return invitations.invite(status.advocate.id, typed, locale).isEmpty() ? "" : "?invited#invite";
  }

  private static List<String> addresses(String[] values) {
    List<String> typed = new ArrayList<>();
    for (String value : values == null ? new String[0] : values) {
      String text = value.trim();
      if (!text.isEmpty() && text.length() <= ADDRESS_MAX) {
        typed.add(text);
      }
    }
    return typed;
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
