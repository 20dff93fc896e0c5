package org.postpurchase.site.tiers;

import java.util.Optional;
import java.util.function.Supplier;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseTiers} in the store's page templates. Never throws and changes nothing, as
 * {@code #postpurchase}.
 */
public final class TiersExpression implements BroadleafVariableExpression {
  private static final Logger LOG = LoggerFactory.getLogger(TiersExpression.class);

  private final ShowTiers tiers;

  public TiersExpression(ShowTiers tiers) {
    this.tiers = tiers;
  }

  @Override
  public String getName() {
    return "postpurchaseTiers";
  }

  /** The tiers without anything personal, or null when there are none. */
  public TiersView ladder() {
    return shown(() -> tiers.ladder(LocaleContextHolder.getLocale()));
  }

  /** The tiers and where the signed-in customer stands, or null. */
  public TiersView mine() {
    return shown(
        () ->
            Optional.ofNullable(CustomerState.getCustomer())
                .filter(v -> v.getId() != null)
                .filter(Customer::isRegistered)
                .flatMap(v -> tiers.of(v.getId(), LocaleContextHolder.getLocale())));
  }

  private static TiersView shown(Supplier<Optional<TiersView>> part) {
    try {
      return part.get().orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the tiers were left out of the page", failure);
      return null;
    }
  }
}
