package org.postpurchase.broadleaf.referral;

import static java.util.Collections.singletonList;
import static java.util.stream.Collectors.toList;

import java.util.List;
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
      Order order = context.getSeedData();
      boolean open = order.getId() != null && OrderStatus.IN_PROCESS.equals(order.getStatus());
      if (open && order.getAddedOfferCodes() != null) {
        TypedCode.ofRequest().ifPresent(typed -> takeTyped(typed, order));
        FriendCookie.request().flatMap(FriendCookie::of).ifPresent(kept -> bring(kept.code, order));
      }
    } catch (Throwable failure) { // never into the host's pricing
      failures.log(failure);
    }
    return context;
  }

  /** The host leaves a second code of an offer out: the last one that was typed replaces others. */
  private void takeTyped(String typed, Order order) {
    List<OfferCode> codes = order.getAddedOfferCodes();
    if (codes.stream().anyMatch(code -> is(typed, code))) {
      return;
    }
    List<OfferCode> others = codes.stream().filter(this::isFriendCode).collect(toList());
    if (!others.isEmpty() && notices.getObject().mayUse(typed, order)) {
      OfferCode row = lookUp(typed);
      if (row != null && isFriendCode(row)) {
        codes.removeAll(others);
        codes.add(row);
      }
    }
  }

  private void bring(String code, Order order) {
    List<OfferCode> codes = order.getAddedOfferCodes();
    if (notices.getObject().hasFriendCode(codes) || !notices.getObject().mayUse(code, order)) {
      return;
    }
    OfferCode row = lookUp(code);
    if (row != null) {
      codes.add(row);
    }
  }

  private boolean isFriendCode(OfferCode code) {
    return notices.getObject().hasFriendCode(singletonList(code));
  }

  private static boolean is(String text, OfferCode code) {
    return FriendCode.of(code.getOfferCode()).filter(text::equals).isPresent();
  }

  private OfferCode lookUp(String code) {
    OfferCode row = offers.getObject().lookupOfferCodeByCode(code);
    TypedCode.forget(); // this was not typed
    return row;
  }
}
