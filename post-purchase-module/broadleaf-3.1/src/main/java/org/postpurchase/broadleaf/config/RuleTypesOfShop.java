package org.postpurchase.broadleaf.config;

import java.util.Collection;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** The kinds of earning rules that come with the product, and those that are beans of the shop. */
final class RuleTypesOfShop {
  private RuleTypesOfShop() {}

  /**
   * @throws IllegalArgumentException naming the bean's class when it cannot be one
   */
  static EarningRuleTypes in(BeanFactory beans) {
    Collection<EarningRuleType> found =
        BeanFactoryUtils.beansOfTypeIncludingAncestors(
                (ListableBeanFactory) beans, EarningRuleType.class, false, false)
            .values();
    return new EarningRuleTypes(found);
  }
}
