package org.postpurchase.demo.site;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.Resource;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.CategoryProductXref;
import org.broadleafcommerce.core.catalog.domain.CategoryXref;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The front page: what is featured, and every department. */
@Controller
class HomeController {
  private static final String NAVIGATION = "Primary Nav";
  private static final int FEATURED = 8;

  @Resource(name = "blCatalogService")
  private CatalogService catalogue;

  @RequestMapping(value = "/", method = RequestMethod.GET)
  String home(Model model) {
    List<Category> departments = new ArrayList<>();
    List<Product> featured = new ArrayList<>();
    for (Category navigation : catalogue.findCategoriesByName(NAVIGATION)) {
      for (CategoryXref link : navigation.getChildCategoryXrefs()) {
        departments.add(link.getSubCategory());
        addFeatured(link.getSubCategory(), featured);
      }
    }
    model.addAttribute("departments", departments);
    model.addAttribute("featured", featured.subList(0, Math.min(FEATURED, featured.size())));
    return "home/home";
  }

  private static void addFeatured(Category category, List<Product> featured) {
    for (CategoryProductXref link : category.getActiveProductXrefs()) {
      if (link.getProduct().isFeaturedProduct()) {
        featured.add(link.getProduct());
      }
    }
  }
}
