package org.postpurchase.site.referral;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.broadleaf.referral.FriendCookie;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.JoinReferrals;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Visitor;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.HttpRequestHandler;

/**
 * The button that gives somebody a link: the owner of the order that the address names, or whoever
 * is signed in. Whether it is theirs is judged before the form is read.
 */
final class JoinHandler implements HttpRequestHandler {
  static final String PATH = "/post-purchase/refer";
  private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[A-Za-z0-9/_.-]{0,120}");
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,60}");
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(JoinHandler.class));

  private final JoinReferrals join;
  private final OrderReader orders;
  private final ExploitProtectionService protection;

  public JoinHandler(JoinReferrals join, OrderReader orders, ExploitProtectionService protection) {
    this.join = join;
    this.orders = orders;
    this.protection = protection;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String back = parameter(query, "back");
    String target = request.getContextPath() + (OWN_PAGE.matcher(back).matches() ? back : "/");
    if (!"POST".equals(request.getMethod())) { // a POST that was redirected on its way
      response.sendRedirect(target);
      return;
    }
    Optional<Who> who = who(parameter(query, "order"));
    if (!who.isPresent() || isForged(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    joins(who.get(), request, response);
    response.sendRedirect(target + "#pp-referral");
  }

  private void joins(Who who, HttpServletRequest request, HttpServletResponse response) {
    try {
      Optional<Advocate> advocate =
          join.join(
              who.contact,
              who.customerId,
              new JoinReferrals.Name(who.name, LocaleContextHolder.getLocale()),
              who.owner);
      String address = request.getRemoteAddr();
      String device = FriendCookie.device(request, response);
      advocate.ifPresent(a -> join.saw(a, device, address == null ? "" : address));
    } catch (RuntimeException failure) { // the page asks again
      TROUBLE.error("join", "somebody could not be given a referral link", failure);
    }
  }

  private Optional<Who> who(String number) {
    if (number.isEmpty()) {
      return Visitor.registered().map(JoinHandler::customer);
    }
    if (!NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    return Visitor.current()
        .flatMap(
            viewer ->
                orders
                    .idOfNumber(number)
                    .flatMap(orders::find)
                    .filter(order -> order.customerId == viewer.getId() && order.isPlaced())
                    .map(JoinHandler::buyer));
  }

  private static Who customer(Customer customer) {
    return new Who(
        customer.getEmailAddress(),
        customer.getId(),
        customer.getFirstName(),
        Owners.ofCustomer(customer.getId()));
  }

  private static Who buyer(OrderSnapshot order) {
    return new Who(
        order.email, order.registered ? order.customerId : 0, order.firstName, Owners.of(order));
  }

  private boolean isForged(HttpServletRequest request) {
    try {
      protection.compareToken(request.getParameter(protection.getCsrfTokenParameter()));
      return false;
    } catch (ServiceException foreign) {
      TROUBLE.warn("forged", "a wish for a referral link came from another page and was refused");
      return true;
    }
  }

  /** From the address only: the form is not read before it is known whose it is. */
  private static String parameter(String query, String name) {
    for (String part : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1).replace("%2F", "/").replace("%2f", "/");
      }
    }
    return "";
  }

  private static final class Who {
    final String contact;
    final long customerId;
    final String name;
    final String owner;

    Who(String address, long customerId, String name, String owner) {
      this.contact = EmailAddress.keyOf(address);
      this.customerId = customerId;
      this.name = name == null ? "" : name;
      this.owner = owner;
    }
  }
}
