from django.apps import AppConfig


class AddressBooksConfig(AppConfig):
    name = "redleaf.web.addressbooks"
    label = "addressbooks"
