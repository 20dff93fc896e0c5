package org.postpurchase.broadleaf.referral;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ModuleActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.postpurchase.broadleaf.offer.CodeNotices;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.referral.FriendCode;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Pricing, before the host looks for offers: puts the code that a friend's browser has kept on a
 * cart that has none, so that it survives signing in, registering, and a cart that is merged or
 * begun anew. A code that the friend may not use is not put there.
 *
 * <p>Costs nothing without that cookie, and never fails the pricing.
 */
public class BringFriendCodeActivity extends BaseActivity<ProcessContext<Order>>
    implements ModuleActivity {
  private static final int BEFORE_CODES_ARE_JUDGED = 890;

  private final HookFailureLog failures =
      new HookFailureLog(
          BringFriendCodeActivity.class,
          "put a friend's code on a cart",
          "The cart is priced without it; the code can be typed.");

  private final ObjectFactory<OfferService> offers;
  private final ObjectFactory<CodeNotices> notices;

  public BringFriendCodeActivity(
      ObjectFactory<OfferService> offers, ObjectFactory<CodeNotices> notices) {
    this.offers = offers;
    this.notices = notices;
    setOrder(BEFORE_CODES_ARE_JUDGED);
  }

  @Override
  public String getModuleName() {
    return "post-purchase";
  }

  @Override
  public ProcessContext<Order> execute(ProcessContext<Order> context) {
    try {
      TypedCode.ofRequest().ifPresent(typed -> takeTyped(typed, context.getSeedData()));
      Optional<FriendCookie> kept = FriendCookie.request().flatMap(FriendCookie::of);
      if (kept.isPresent()) {
        bring(kept.get().code, context.getSeedData());
      }
    } catch (Throwable failure) { // never into the host's pricing
      failures.log(failure);
    }
    return context;
  }

  /** The host leaves a second code of an offer out: the last one that was typed replaces others. */
  private void takeTyped(String typed, Order order) {
    List<OfferCode> codes = order.getAddedOfferCodes();
    if (!isOpen(order) || codes == null || codes.stream().anyMatch(code -> is(typed, code))) {
      return;
    }
    List<OfferCode> others =
        codes.stream().filter(code -> isFriendCode(code.getOfferCode())).collect(toList());
    if (!others.isEmpty() && isFriendCode(typed) && notices.getObject().mayUse(typed, order)) {
      OfferCode row = lookUp(typed);
      if (row != null) {
        codes.removeAll(others);
        codes.add(row);
      }
    }
  }

  private boolean isFriendCode(String code) {
    return FriendCode.of(code).isPresent() && notices.getObject().isFriendCode(code);
  }

  private static boolean is(String text, OfferCode code) {
    return FriendCode.of(code.getOfferCode()).filter(text::equals).isPresent();
  }

  private static boolean isOpen(Order order) {
    return order.getId() != null && OrderStatus.IN_PROCESS.equals(order.getStatus());
  }

  private OfferCode lookUp(String code) {
    OfferCode row = offers.getObject().lookupOfferCodeByCode(code);
    TypedCode.forget(); // this was not typed
    return row;
  }

  private void bring(String code, Order order) {
    List<OfferCode> codes = order.getAddedOfferCodes();
    if (!isOpen(order) || codes == null || notices.getObject().hasFriendCode(codes)) {
      return;
    }
    if (notices.getObject().mayUse(code, order)) {
      OfferCode row = lookUp(code);
      if (row != null) {
        codes.add(row);
      }
    }
  }
}
