package org.postpurchase.demo.site;

import org.broadleafcommerce.core.web.controller.catalog.BroadleafCategoryController;
import org.springframework.stereotype.Controller;

/** A department's page; found by the category's own address. */
@Controller("blCategoryController")
class CategoryController extends BroadleafCategoryController {}
