package org.postpurchase.site.referral;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.web.order.CartState;
import org.postpurchase.broadleaf.referral.FriendCookie;
import org.postpurchase.broadleaf.referral.TypedCode;
import org.postpurchase.referral.JoinReferrals;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Carts;
import org.postpurchase.site.Origins;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * The page that friends come to. GET and HEAD change nothing and set nothing, so that previews of
 * messengers and caches may have it; the button counts the visit and keeps the code in the browser,
 * and in the basket if there is one.
 */
final class FriendHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(FriendHandler.class));
  private static final String TEMPLATE = "post-purchase/friend";
  private static final Pattern CHANNEL = Pattern.compile("[a-z]{1,12}");

  private final ShowReferrals show;
  private final JoinReferrals join;
  private final ReferralWords words;
  private final ReferralPages pages;
  private final ReferralLinks links;
  private final Basket basket;

  public FriendHandler(
      ShowReferrals show,
      JoinReferrals join,
      ReferralWords words,
      ReferralPages pages,
      ReferralLinks links,
      Basket basket) {
    this.show = show;
    this.join = join;
    this.words = words;
    this.pages = pages;
    this.links = links;
    this.basket = basket;
  }

  /** The host's part of keeping a code. */
  public static final class Basket {
    final OrderService orders;
    final OfferService offers;

    public Basket(OrderService orders, OfferService offers) {
      this.orders = orders;
      this.offers = offers;
    }
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String uri = request.getRequestURI();
    int from = request.getContextPath().length() + ReferralLinks.FRIEND.length();
    String code = uri.length() > from ? decoded(uri.substring(from)) : "";
    boolean post = "POST".equals(request.getMethod());
    Optional<ShowReferrals.Invitation> invitation = show.invitation(code);
    if (post && Origins.isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String channel = query.startsWith("c=") ? query.substring(2) : "";
    channel = CHANNEL.matcher(channel).matches() ? channel : "link";
    if (post && invitation.isPresent()) {
      keep(invitation.get(), channel, request, response);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", response.encodeRedirectURL(uri + "?kept"));
      response.setHeader("Cache-Control", "no-store");
      return;
    }
    boolean kept = "kept".equals(query) && FriendCookie.of(request).isPresent();
    cacheable(invitation.isPresent() && !post, request, response);
    FriendPage page =
        new FriendPage(
            words,
            pages.locale(request),
            invitation,
            channel,
            kept,
            invitation.map(i -> links.friend(i.advocate.code, "")).orElse(""));
    int status =
        invitation.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
    pages.write(TEMPLATE, page, status, request, response);
  }

  /** Signs around a link that was copied with them come escaped. */
  private static String decoded(String path) throws IOException {
    try {
      return URLDecoder.decode(path, "UTF-8");
    } catch (IllegalArgumentException nonsense) {
      return path;
    }
  }

  private void keep(
      ShowReferrals.Invitation invitation,
      String channel,
      HttpServletRequest request,
      HttpServletResponse response) {
    String from = request.getParameter("from") == null ? "" : request.getParameter("from");
    FriendCookie.keep(
        response, invitation.advocate.code, channel, from, request.getContextPath() + "/");
    String device = FriendCookie.device(request, response);
    try {
      join.visited(invitation.advocate, channel, device);
    } catch (RuntimeException failure) {
      TROUBLE.error("visit", "a visit could not be counted", failure);
    }
    try {
      Order cart = Carts.open(CartState.getCart()).orElse(null);
      OfferCode code =
          cart == null ? null : basket.offers.lookupOfferCodeByCode(invitation.advocate.code);
      TypedCode.forget(); // it came by the link
      if (code != null) {
        CartState.setCart(basket.orders.addOfferCode(cart, code, true));
      }
    } catch (Exception failure) { // the cookie brings it
      TROUBLE.error("basket", "a friend's code was not put into the basket", failure);
    }
  }

  private static void cacheable(
      boolean good, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    boolean ofOne =
        request.getCookies() != null
            || response.containsHeader("Set-Cookie")
            || (session != null && session.isNew());
    response.setHeader(
        "Cache-Control", !good ? "no-store" : ofOne ? "private, no-cache" : "public, max-age=300");
    response.setHeader("Vary", "Accept-Language, Cookie");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "same-origin");
  }
}
