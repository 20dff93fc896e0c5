package org.postpurchase.site.referral;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.JoinReferrals;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ReferralProgramme;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkRefusedException;
import org.springframework.web.HttpRequestHandler;

/**
 * Where a mail leads that asks a buyer to recommend the shop. Looking at it changes nothing; the
 * button gives the buyer a link and leads to the page with it. Below it stands the slip for the
 * parcel. The token is judged before anything else.
 */
final class ReferHandler implements HttpRequestHandler {
  private final ReferralProgrammes programmes;
  private final JoinReferrals join;
  private final ReferralLinks links;
  private final OrderReader orders;
  private final ReferralPages pages;
  private final ShowAsk ask;
  private Transactions transactions;
  private ReferralWords words;
  private ShowReferrals show;

  public ReferHandler(
      ReferralProgrammes programmes,
      JoinReferrals join,
      ReferralLinks links,
      OrderReader orders,
      ReferralPages pages,
      ShowAsk ask) {
    this.programmes = programmes;
    this.join = join;
    this.links = links;
    this.orders = orders;
    this.pages = pages;
    this.ask = ask;
  }

  public void setTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  public void setWords(ReferralWords words) {
    this.words = words;
  }

  public void setShow(ShowReferrals show) {
    this.show = show;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String rest = path.substring(Math.min(path.length(), ReferralLinks.ASK.length()));
    int slash = rest.indexOf('/');
    String token = slash < 0 ? rest : rest.substring(0, slash);
    String part = slash < 0 ? "" : rest.substring(slash);
    boolean slip = part.equals(ReferralLinks.SLIP) || part.equals(ReferralLinks.SLIP_PDF);
    Optional<OrderSnapshot> order = slip || part.isEmpty() ? order(token) : Optional.empty();
    Optional<ReferralProgramme> programme =
        order.isPresent() ? transactions.call(programmes::active) : Optional.empty();
    if (!programme.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (slip) {
      CardPage card = slip(programme.get(), order.get(), token);
      if (part.equals(ReferralLinks.SLIP_PDF)) {
        pages.writePdf(card, request, response);
      } else {
        pages.write("post-purchase/referralCard", card, 200, request, response);
      }
      return;
    }
    if ("POST".equals(request.getMethod())) {
      joins(order.get(), request, response);
      return;
    }
    Locale locale = pages.locale(request);
    AskView view = ask.view(programme.get(), null, request.getRequestURI(), locale);
    pages.write(
        "post-purchase/referralAsk",
        new ReferPage(view, pages, ask.button(locale)),
        200,
        request,
        response);
  }

  /**
   * In the language of the order: the buyer's card for a friend, or the way to one for a buyer who
   * has no link yet. Makes none.
   */
  private CardPage slip(ReferralProgramme programme, OrderSnapshot order, String token) {
    Optional<ShowReferrals.Status> known =
        transactions
            .call(
                () ->
                    join.find(
                        EmailAddress.keyOf(order.email), order.registered ? order.customerId : 0))
            .filter(advocate -> !advocate.suspended && advocate.programmeId == programme.id)
            .flatMap(advocate -> show.status(advocate.id));
    return known.isPresent()
        ? CardPage.ofFriend(words, order.locale, known.get(), links, CardPage.SLIP)
        : CardPage.ofBuyer(
            words, order.locale, ask.view(programme, null, "", order.locale), links.ask(token));
  }

  private void joins(OrderSnapshot order, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Advocate> advocate =
        join.join(
            order.email,
            order.registered ? order.customerId : 0,
            new JoinReferrals.Name(order.firstName, order.locale),
            Owners.of(order));
    if (!advocate.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath() + ReferralLinks.STATUS + links.token(advocate.get().id));
  }

  private Optional<OrderSnapshot> order(String token) {
    try {
      long id = links.readAsk(token);
      return transactions.call(
          () -> orders.find(id).filter(o -> o.isPlaced() && !o.email.isEmpty()));
    } catch (LinkRefusedException refused) {
      return Optional.empty();
    }
  }

  /** The ask as a page of its own. Getters for the template. */
  public static final class ReferPage {
    public final AskView ask;
    private final ReferralPages pages;
    public final String button;

    ReferPage(AskView ask, ReferralPages pages, String button) {
      this.ask = ask;
      this.pages = pages;
      this.button = button;
    }

    public String getLanguage() {
      return ask.language;
    }

    public String getTitle() {
      return ask.heading + " \u00b7 " + pages.shopName();
    }
  }
}
