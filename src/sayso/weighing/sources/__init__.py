"""Who a teller is across articles: names, offices and bodies joined into origins, and the camps they speak for."""
