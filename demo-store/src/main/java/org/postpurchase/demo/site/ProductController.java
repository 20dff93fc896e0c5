package org.postpurchase.demo.site;

import org.broadleafcommerce.core.web.controller.catalog.BroadleafProductController;
import org.springframework.stereotype.Controller;

/** A product's page; found by the product's own address. */
@Controller("blProductController")
class ProductController extends BroadleafProductController {}
